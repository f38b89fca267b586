import { hashUnit } from "./hash.ts";
import { Random } from "./random.ts";

/** Waves come in sets of so many, higher towards the middle. */
const SET_WAVES = { least: 5, most: 8 };
/** The borders of sets stray by this part of a set's length. */
const BORDER_JITTER = 0.12;
/** Periods are lognormal with this deviation, within 6-14 s at the usual length of a set. */
const PERIOD_SIGMA = 0.27;
const PERIOD_REACH = 0.4;
const RISE_SECONDS = { least: 3.7, most: 4 };

/** Mean time from one wave to the next at the usual length of a set, seconds. */
export const USUAL_PERIOD_SECONDS = 9;

/** How long a wave can be heard from the moment it begins to rise, seconds. */
export const WAVE_SECONDS = 14;

/**
 * The waves of one place on the beach: when each begins to rise, how long it rises and how high. A function of
 * (seed, time): sets have a fixed average length, and the waves of one set share it out among them.
 */
export class WaveSets {
  /** Seconds at which a wave begins to rise, in order; of the set asked for and the one before it. */
  readonly start = new Float64Array(2 * SET_WAVES.most);
  readonly riseSeconds = new Float64Array(2 * SET_WAVES.most);
  /** 0..1. */
  readonly height = new Float64Array(2 * SET_WAVES.most);
  /** How many of them are valid. */
  count = 0;
  readonly #seed: number;
  readonly #setSeconds: number;
  readonly #random = new Random();
  #set = Number.NaN;

  /** @param setSeconds average length of a set; 60 gives waves of about 9 s */
  constructor(seed: number, setSeconds: number) {
    this.#seed = seed;
    this.#setSeconds = setSeconds;
  }

  /** Makes the arrays hold every wave that can sound at `seconds`. */
  seek(seconds: number): void {
    let set = Math.floor(seconds / this.#setSeconds);
    if (seconds < this.#border(set)) set--;
    else if (seconds >= this.#border(set + 1)) set++;
    if (set === this.#set) return;
    this.#set = set;
    this.count = 0;
    this.#append(set - 1);
    this.#append(set);
  }

  #border(set: number): number {
    return this.#setSeconds * (set + BORDER_JITTER * (2 * hashUnit(this.#seed, set) - 1));
  }

  #append(set: number): void {
    const random = this.#random;
    random.seed(this.#seed, set, 1);
    const begin = this.#border(set);
    const seconds = this.#border(set + 1) - begin;
    const wanted = Math.round(seconds / (8.3 + 1.8 * random.unit()));
    const waves = Math.min(SET_WAVES.most, Math.max(SET_WAVES.least, wanted));
    const strength = 0.85 + 0.15 * random.unit();
    const first = this.count;
    let sum = 0;
    for (let i = 0; i < waves; i++) {
      const at = first + i;
      this.start[at] = begin + sum;
      const period = PERIOD_SIGMA * random.normal();
      sum += Math.exp(Math.max(-PERIOD_REACH, Math.min(PERIOD_REACH, period)));
      this.riseSeconds[at] = RISE_SECONDS.least + (RISE_SECONDS.most - RISE_SECONDS.least) * random.unit();
      const swell = 0.6 + 0.4 * Math.sin((Math.PI * (i + 0.5)) / waves);
      this.height[at] = Math.min(1, strength * swell * Math.exp(0.12 * random.normal()));
    }
    for (let at = first; at < first + waves; at++) {
      this.start[at] = begin + (((this.start[at] ?? begin) - begin) * seconds) / sum;
    }
    this.count += waves;
  }
}
