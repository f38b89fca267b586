import type { PulseCue } from "./cue.ts";
import type { Item } from "./item.ts";

type Pulse = Extract<Item, { pulse: unknown }>["pulse"];

/** At least this share of a pulse is the steady heart at its end. */
const STEADY_SHARE = 0.1;

/** A pulse that has begun and whose end is not yet known. */
export class OpenPulse {
  /** Where its cue belongs among the cues. */
  readonly index: number;
  readonly #pulse: Pulse;
  readonly #atSeconds: number;
  readonly #writtenAtSeconds: number;

  /** @param writtenSeconds where it would begin with every pause as written */
  constructor(pulse: Pulse, index: number, atSeconds: number, writtenSeconds: number) {
    this.#pulse = pulse;
    this.index = index;
    this.#atSeconds = atSeconds;
    this.#writtenAtSeconds = writtenSeconds;
  }

  /**
   * The pulse up to its end. Its change of pace takes the same share of it at every length, so that it always ends
   * as a steady heart. Null where it takes no time.
   */
  cue(endSeconds: number, writtenEndSeconds: number): PulseCue | null {
    const seconds = endSeconds - this.#atSeconds;
    const writtenSeconds = writtenEndSeconds - this.#writtenAtSeconds;
    if (seconds <= 0 || writtenSeconds <= 0) return null;
    const { overSeconds, ...paces } = this.#pulse;
    const share = Math.min(overSeconds / writtenSeconds, 1 - STEADY_SHARE);
    return { kind: "pulse", ...paces, overSeconds: share * seconds, atSeconds: this.#atSeconds, seconds };
  }
}
