import { breathing, breathSeconds, breathsFrom, nextBreathSeconds, turnedTo } from "./breath.ts";
import type { Breathing, Cue, TimelinePart } from "./cue.ts";
import type { BreathPattern, Item, Part } from "./schema.ts";
import { stretchedPause } from "./stretch.ts";

/** A bell stands alone this long before the next word; it rings on under it. */
const BELL_SECONDS = 4;

export interface LayoutContext {
  /** The session's id, the folder of its recordings. */
  readonly session: string;
  readonly lineSeconds: (line: string, text: string) => number;
  /** Null = nothing breathes; breathe items are plain quiet. */
  readonly breath: { readonly perMinute: number; readonly pattern?: BreathPattern } | null;
  readonly leadSeconds: number;
}

export interface Layout {
  readonly cues: readonly Cue[];
  readonly parts: readonly TimelinePart[];
  readonly breathing: Breathing | null;
  /** When the last item ends. */
  readonly endSeconds: number;
}

/** Lays parts out one item after another, every pause under one stretch. */
export function layOut(parts: readonly Part[], stretch: number, context: LayoutContext): Layout {
  const cursor = new Cursor(stretch, context);
  const placed = parts.map(({ id, title, items }) => {
    const atSeconds = cursor.seconds;
    for (const item of items) cursor.place(item);
    return { id, title, atSeconds, seconds: cursor.seconds - atSeconds };
  });
  const { cues, breathing, seconds } = cursor;
  return { cues, parts: placed, breathing, endSeconds: seconds };
}

class Cursor {
  readonly cues: Cue[] = [];
  breathing: Breathing | null = null;
  seconds: number;
  #pattern: BreathPattern | null = null;
  readonly #stretch: number;
  readonly #context: LayoutContext;

  constructor(stretch: number, context: LayoutContext) {
    this.#stretch = stretch;
    this.#context = context;
    this.seconds = context.leadSeconds;
  }

  place(item: Item): void {
    if ("say" in item) {
      const { line, text } = item.say;
      const seconds = this.#context.lineSeconds(line, text);
      const { session } = this.#context;
      this.#add({ kind: "say", session, line, text, atSeconds: this.seconds, seconds });
    } else if ("pause" in item) {
      const { seconds, exact } = item.pause;
      this.seconds += exact ? seconds : stretchedPause(seconds, this.#stretch);
    } else if ("breathe" in item) {
      this.#breathe(item.breathe.pattern, item.breathe.times);
    } else if ("scene" in item) {
      const { layer, gainDb, overSeconds } = item.scene;
      this.cues.push({ kind: "scene", layer, gainDb, atSeconds: this.seconds, seconds: overSeconds });
    } else {
      this.#add({ kind: "bell", atSeconds: this.seconds, seconds: BELL_SECONDS });
    }
  }

  #breathe(written: BreathPattern, times: number): void {
    const { breath } = this.#context;
    if (!breath) {
      const seconds = times * written.reduce((sum, part) => sum + part, 0);
      this.seconds += stretchedPause(seconds, this.#stretch);
      return;
    }
    const pattern = breath.pattern ?? written;
    const clock = this.#clock(breath.perMinute, pattern);
    const breaths = breathsFrom(clock, this.seconds, times);
    const seconds = breaths.reduce((sum, each) => sum + breathSeconds(each), 0);
    this.#add({ kind: "breathe", breaths, atSeconds: this.seconds, seconds });
  }

  /** The one breath clock: started by the first breathe item, waited for by the others, turned by a new pattern. */
  #clock(perMinute: number, pattern: BreathPattern): Breathing {
    if (!this.breathing) {
      this.breathing = breathing({ atSeconds: this.seconds, perMinute, pattern });
    } else {
      this.seconds = nextBreathSeconds(this.breathing, this.seconds);
      const same = this.#pattern?.every((part, index) => part === pattern[index]);
      if (!same) this.breathing = turnedTo(pattern, this.breathing, this.seconds);
    }
    this.#pattern = pattern;
    return this.breathing;
  }

  #add(cue: Cue): void {
    this.cues.push(cue);
    this.seconds += cue.seconds;
  }
}
