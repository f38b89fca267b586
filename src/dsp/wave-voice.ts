import type { WaveClock } from "./wave-clock.ts";
import { WAVE_SECONDS, WaveSets } from "./wave-sets.ts";

/** After it has broken a wave's body falls by 1/e in this time, its foam in that, seconds. */
const BODY_DECAY_SECONDS = 1.5;
const FOAM_DECAY_SECONDS = 3;
/** Foam gathers over the last part of the rise and for a moment after. */
const FOAM_BEGINS = 0.6;
const FOAM_RISE_SECONDS = 1.2;

/** A factor, near 1, of the waves that began to rise `age` seconds ago. */
export type SeaAt = (name: "size" | "foam", age: number) => number;

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
   * @param seaAt how high and how foamy waves are that began to rise so many seconds ago
   */
  read(clock: WaveClock, seaAt: SeaAt): void {
    const sets = this.#sets;
    sets.seek(clock.seconds);
    let body = 0;
    let foam = 0;
    for (let i = 0; i < sets.count; i++) {
      const age = clock.secondsSince(sets.start[i] ?? 0);
      if (age <= 0 || age >= WAVE_SECONDS) continue;
      const size = seaAt("size", age);
      // Higher waves take longer to stand up.
      const rise = size * (sets.riseSeconds[i] ?? 1);
      const height = size * (sets.height[i] ?? 0) * (1 - age / WAVE_SECONDS);
      body += height * bodyShape(age, rise);
      foam += seaAt("foam", age) * height * foamShape(age - FOAM_BEGINS * rise);
    }
    this.body = Math.min(1, body);
    this.foam = Math.min(1, foam);
  }
}

/** Rises as a raised cosine, then falls exponentially. */
function bodyShape(age: number, rise: number): number {
  if (age >= rise) return Math.exp((rise - age) / BODY_DECAY_SECONDS);
  return 0.5 - 0.5 * Math.cos((Math.PI * age) / rise);
}

function foamShape(age: number): number {
  if (age <= 0) return 0;
  const up = age < FOAM_RISE_SECONDS ? 0.5 - 0.5 * Math.cos((Math.PI * age) / FOAM_RISE_SECONDS) : 1;
  return up * Math.exp(-age / FOAM_DECAY_SECONDS);
}
