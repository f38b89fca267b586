import { breathing, breathSeconds, breathsFrom, nextBreathSeconds, turnedTo } from "./breath.ts";
import type { Breathing, Cue } from "./cue.ts";
import type { BreathPattern, Item, SpokenLine } from "./item.ts";
import type { LayoutContext } from "./layout.ts";
import { OpenPulse } from "./open-pulse.ts";
import { readingSeconds } from "./reading.ts";
import { fillSlots } from "./script/slots.ts";
import { shuffledWords } from "./shuffled.ts";
import { stretchedPause, stretchedRun } from "./stretch.ts";

/** A bell stands alone this long before the next word; it rings on under it. */
const BELL_SECONDS = 4;

type BreatheItem = Extract<Item, { readonly breathe: unknown }>["breathe"];

/** Where the next item goes, while a session is laid out. */
export class Cursor {
  readonly cues: Cue[] = [];
  breathing: Breathing | null = null;
  seconds: number;
  /** What `seconds` would be with every pause as written. */
  #writtenSeconds: number;
  #pattern: BreathPattern | null = null;
  #pulse: OpenPulse | null = null;
  readonly #stretch: number;
  readonly #context: LayoutContext;

  constructor(stretch: number, context: LayoutContext) {
    this.#stretch = stretch;
    this.#context = context;
    this.seconds = context.leadSeconds;
    this.#writtenSeconds = context.leadSeconds;
  }

  place(item: Item): void {
    if ("say" in item) {
      const { line, text, slotted } = item.say;
      const words = slotted === undefined ? text : fillSlots(slotted, this.#context.slots);
      this.#pass(this.#say({ line, text: words }));
    } else if ("pause" in item) {
      const { seconds, exact } = item.pause;
      this.#pass(exact ? seconds : stretchedPause(seconds, this.#stretch), seconds);
    } else if ("breathe" in item) {
      this.#breathe(item.breathe);
    } else if ("scene" in item) {
      const { overSeconds, ...scene } = item.scene;
      this.cues.push({ kind: "scene", ...scene, atSeconds: this.seconds, seconds: overSeconds });
    } else if ("bell" in item) {
      this.cues.push({ kind: "bell", atSeconds: this.seconds, seconds: BELL_SECONDS });
      this.#pass(BELL_SECONDS);
    } else if ("count" in item) {
      this.#count(item.count.lines, item.count.everySeconds);
    } else if ("words" in item) {
      this.#words(item.words);
    } else {
      this.#endPulse();
      if ("pulse" in item) {
        this.#pulse = new OpenPulse(item.pulse, this.cues.length, this.seconds, this.#writtenSeconds);
      }
    }
  }

  /** A pulse ends with its part. */
  endPart(): void {
    this.#endPulse();
  }

  #endPulse(): void {
    const cue = this.#pulse?.cue(this.seconds, this.#writtenSeconds);
    if (this.#pulse && cue) this.cues.splice(this.#pulse.index, 0, cue);
    this.#pulse = null;
  }

  /** Numbers at equal distances, whatever the wanted length; farther apart only where a recording is longer. */
  #count(lines: readonly SpokenLine[], everySeconds: number): void {
    const recorded = lines.map(({ line, text }) => this.#context.recordedSeconds(line, text));
    const step = Math.max(everySeconds, ...recorded.map((seconds) => seconds ?? 0));
    const from = this.seconds;
    for (const [index, line] of lines.entries()) {
      this.seconds = from + index * step;
      this.#say(line, step);
    }
    this.seconds = from;
    this.#pass(lines.length * step);
  }

  /** As many words as are whole within the time there is. */
  #words({ lines, everySeconds, forSeconds }: Extract<Item, { words: unknown }>["words"]): void {
    const from = this.seconds;
    const runSeconds = stretchedRun(forSeconds, this.#stretch);
    let saidUntil = from;
    for (const { atSeconds, line, text } of shuffledWords(lines, everySeconds, this.#context.seed)) {
      this.seconds = Math.max(saidUntil, from + atSeconds);
      if (this.seconds + this.#lineSeconds({ line, text }) > from + runSeconds) break;
      saidUntil = this.seconds + this.#say({ line, text });
    }
    this.seconds = from;
    this.#pass(runSeconds, forSeconds);
  }

  /** Adds a line where the cursor stands, without moving it on. @returns how long it sounds */
  #say(said: SpokenLine, longestReading = Number.POSITIVE_INFINITY): number {
    const seconds = this.#lineSeconds(said, longestReading);
    const { session } = this.#context;
    this.cues.push({ kind: "say", session, ...said, atSeconds: this.seconds, seconds });
    return seconds;
  }

  #lineSeconds({ line, text }: SpokenLine, longestReading = Number.POSITIVE_INFINITY): number {
    return this.#context.recordedSeconds(line, text) ?? Math.min(longestReading, readingSeconds(text));
  }

  #breathe({ pattern: written, times, companion }: BreatheItem): void {
    const { breath } = this.#context;
    if (!breath) {
      const seconds = times * written.reduce((sum, part) => sum + part, 0);
      this.#pass(stretchedPause(seconds, this.#stretch), seconds);
      return;
    }
    const pattern = breath.pattern ?? written;
    const clock = this.#clock(breath.perMinute, pattern);
    const breaths = breathsFrom(clock, this.seconds, times);
    const seconds = breaths.reduce((sum, each) => sum + breathSeconds(each), 0);
    const beside = companion ? { companion } : {};
    this.cues.push({ kind: "breathe", breaths, ...beside, atSeconds: this.seconds, seconds });
    this.#pass(seconds);
  }

  /** The one breath clock: started by the first breathe item, waited for by the others, turned by a new pattern. */
  #clock(perMinute: number, pattern: BreathPattern): Breathing {
    if (!this.breathing) {
      this.breathing = breathing({ atSeconds: this.seconds, perMinute, pattern });
    } else {
      this.#pass(nextBreathSeconds(this.breathing, this.seconds) - this.seconds);
      const same = this.#pattern?.every((part, index) => part === pattern[index]);
      if (!same) this.breathing = turnedTo(pattern, this.breathing, this.seconds);
    }
    this.#pattern = pattern;
    return this.breathing;
  }

  #pass(seconds: number, written = seconds): void {
    this.seconds += seconds;
    this.#writtenSeconds += written;
  }
}
