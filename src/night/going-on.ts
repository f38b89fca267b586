import type { Attempts } from "../engine/attempts.ts";
import { beginSound, type SoundParts } from "./begin-sound.ts";
import { withoutGuide } from "./guides.ts";
import type { NightState } from "./night.ts";
import type { OutputNight } from "./output-keeper.ts";
import type { Outside } from "./outside.ts";
import type { NightEvent } from "./reducer.ts";

/** What a night that goes on, or waits, knows of itself. */
interface Whole {
  readonly attempts: Attempts;
  state(): NightState;
  /** Wall clock, epoch ms. */
  startedAt(): number;
  outside(): Outside;
  send(event: NightEvent): void;
  over(): void;
}

/** What the output does to a night: it waits, is heard again, begins anew elsewhere, or is over. */
export class GoingOn implements OutputNight {
  readonly #parts: SoundParts;
  readonly #night: Whole;

  constructor(parts: SoundParts, night: Whole) {
    this.#parts = parts;
    this.#night = night;
  }

  rests(): void {
    this.#night.send({ kind: "pause" });
    this.#parts.guidance.hush();
    this.#parts.ending.watchSilence();
    this.#night.outside().show(this.#night.state().request, "paused");
  }

  sounds(): void {
    const { ending } = this.#parts;
    ending.lay();
    this.#night.send({ kind: "resume", fading: ending.fading });
    this.#night.outside().show(this.#night.state().request, "playing");
  }

  refused(): void {
    this.#night.send({ kind: "problem", problem: "audio-refused" });
  }

  ended(): void {
    this.#night.over();
  }

  /** The same night from a night time on. */
  async again(fromSeconds: number): Promise<boolean> {
    const { request, guide } = this.#night.state();
    if (!request) return false;
    const counts = this.#night.attempts.begin();
    const { engine, breath } = this.#parts;
    engine.wake();
    const words = guide === "planned" ? request : withoutGuide(request);
    const begun = await beginSound(this.#parts, words, this.#night.startedAt(), fromSeconds, counts);
    if (begun !== "sounds") return false;
    breath.watch();
    return true;
  }
}
