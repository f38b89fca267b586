import type { AudioThread } from "./audio-thread.ts";
import type { CueClock } from "./cue-clock.ts";
import type { EngineOptions } from "./engine-options.ts";
import { bringGuideParts, type GuideParts } from "./guide-parts.ts";
import type { Guide } from "./plan.ts";
import type { Sound } from "./sound.ts";

/** What a guide needs of the engine as it is now. */
interface Now {
  readonly sound: Sound | null;
  readonly thread: AudioThread | null;
  readonly cues: CueClock | null;
}

/** The guides of a night that goes on: they join it, are followed line by line, and let go. */
export class GuideHand {
  readonly #now: () => Now;
  readonly #onProblem: EngineOptions["onLineProblem"];
  /** What guides need, and the audio thread that it came to: a renewed one has nothing of it yet. */
  #brought: { readonly thread: AudioThread; readonly parts: GuideParts } | null = null;
  /** How often words were let go: what was on its way then comes no more. */
  #drops = 0;

  constructor(now: () => Now, onProblem: EngineOptions["onLineProblem"]) {
    this.#now = now;
    this.#onProblem = onProblem;
  }

  /** Brings what guides need; null, and told, where it cannot be had. It may be had the next time. */
  async bring(): Promise<GuideParts | null> {
    const { thread } = this.#now();
    try {
      if (thread && !this.#parts) this.#brought = { thread, parts: await bringGuideParts(thread) };
    } catch {
      this.#onProblem("missing");
    }
    return this.#parts;
  }

  add(guide: Guide): void {
    const { sound } = this.#now();
    if (!sound) return;
    if (this.#parts) {
      this.#join(sound, guide, this.#parts);
      return;
    }
    const drops = this.#drops;
    void this.bring().then((parts) => {
      if (parts && this.#now().sound === sound && drops === this.#drops) this.#join(sound, guide, parts);
    });
  }

  /** Tells of the guide's cues and brings its lines, from a night time on. */
  follow(guide: Guide, fromSeconds: number): void {
    const { sound, thread, cues } = this.#now();
    if (!sound || !thread) return;
    cues?.add(guide, fromSeconds, (seconds) => sound.timeOf(seconds));
    const track = sound.tracks.find((candidate) => candidate.guide === guide);
    if (track && guide.voice === "recorded")
      this.#parts?.feedLines(thread.context, track, fromSeconds, this.#onProblem);
  }

  /** Lets the words go, and what they ducked come up; breath and bed stay. */
  dropWords(): void {
    this.#drops++;
    this.#now().cues?.clear();
    this.#now().sound?.dropWords();
  }

  /** "Te veel": the guide goes within three seconds, the bed stays. */
  dropAll(): void {
    this.dropWords();
    this.#now().sound?.dropGuides();
  }

  get #parts(): GuideParts | null {
    return this.#brought?.thread === this.#now().thread ? (this.#brought?.parts ?? null) : null;
  }

  #join(sound: Sound, guide: Guide, parts: GuideParts): void {
    sound.addGuide(guide, parts);
    this.follow(guide, sound.seconds);
  }
}
