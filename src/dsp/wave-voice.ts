import type { WaveClock } from "./wave-clock.ts";
import { WAVE_SECONDS, WaveSets } from "./wave-sets.ts";

/** After it has broken a wave's body falls by 1/e in this time, its foam in that, seconds. */
const BODY_DECAY_SECONDS = 1.5;
const FOAM_DECAY_SECONDS = 3;
/** Foam gathers over the last part of the rise and for a moment after. */
const FOAM_BEGINS = 0.6;
const FOAM_RISE_SECONDS = 1.2;

/** What the sea was like when a wave began to rise: it takes and leaves its numbers in fields, off the heap. */
export interface Sea {
  /** How long ago that was, seconds. */
  age: number;
  /** Factors of a wave's height and of its foam, near 1. */
  size: number;
  foam: number;
  /** Sets `size` and `foam` for `age`. */
  read(): void;
}

/** One place where waves run up the beach: how loud their bodies and their foam are, by time. */
export class WaveVoice {
  /** 0 (between waves) .. 1 (a high wave breaks). */
  body = 0;
  /** 0 .. 1. */
  foam = 0;
  readonly #sets: WaveSets;

  constructor(seed: number, setSeconds: number) {
    this.#sets = new WaveSets(seed, setSeconds);
  }

  /**
   * Sets `body` and `foam` for this moment.
   * @param clock by which waves come; a wave that has begun to rise takes its own time, whatever the clock does
   * @param sea how high and how foamy waves are, by their age
   */
  read(clock: WaveClock, sea: Sea): void {
    const sets = this.#sets;
    sets.seek(clock.seconds);
    let body = 0;
    let foam = 0;
    for (let i = 0; i < sets.count; i++) {
      clock.shown = sets.start[i] ?? 0;
      clock.readAge();
      const { age } = clock;
      if (age <= 0 || age >= WAVE_SECONDS) continue;
      sea.age = age;
      sea.read();
      // Higher waves take longer to stand up.
      const rise = sea.size * (sets.riseSeconds[i] ?? 1);
      const height = sea.size * (sets.height[i] ?? 0) * (1 - age / WAVE_SECONDS);
      // It rises as a raised cosine, then falls exponentially.
      body +=
        age < rise
          ? height * (0.5 - 0.5 * Math.cos((Math.PI * age) / rise))
          : height * Math.exp((rise - age) / BODY_DECAY_SECONDS);
      const since = age - FOAM_BEGINS * rise;
      if (since <= 0) continue;
      const gathered =
        since < FOAM_RISE_SECONDS ? 0.5 - 0.5 * Math.cos((Math.PI * since) / FOAM_RISE_SECONDS) : 1;
      foam += sea.foam * height * gathered * Math.exp(-since / FOAM_DECAY_SECONDS);
    }
    this.body = Math.min(1, body);
    this.foam = Math.min(1, foam);
  }
}
