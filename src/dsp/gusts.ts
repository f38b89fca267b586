import { Weather } from "./weather.ts";

/** Gusts come and go over these times, seconds. */
const GUST_SECONDS = { slowest: 12, fastest: 3 };
/** The turbulence within them, and its part in the whole. */
const TURBULENCE_SECONDS = { slowest: 1.2, fastest: 0.15 };
const TURBULENCE = 0.3;
/** Beyond so many deviations it never blows harder: nothing startles. */
const MOST_DEVIATIONS = 2;

/**
 * The speed of the wind relative to its mean: 1/f over seconds and the turbulence in it, expanded by an exponential, so
 * that gusts stand out from long lulls. A function of (seed, time).
 */
export class Gusts {
  /** Logarithm of the speed at the first frame of the block, for a gustiness of 1. */
  from = 0;
  /** The same at the next block's. */
  to = 0;
  readonly #gusts: Weather;
  readonly #turbulence: Weather;

  constructor(seed: number) {
    this.#gusts = new Weather(seed, GUST_SECONDS.slowest, GUST_SECONDS.fastest, { balanced: true });
    this.#turbulence = new Weather(seed + 1, TURBULENCE_SECONDS.slowest, TURBULENCE_SECONDS.fastest);
  }

  /** Sets `from` and `to` for the block that begins at `frame`, a whole number. */
  read(frame: number, sampleRate: number): void {
    this.#gusts.read(frame, sampleRate);
    this.#turbulence.read(frame, sampleRate);
    this.from = Math.min(MOST_DEVIATIONS, this.#gusts.from + TURBULENCE * this.#turbulence.from);
    this.to = Math.min(MOST_DEVIATIONS, this.#gusts.to + TURBULENCE * this.#turbulence.to);
  }

  /** Speed near 1, always above 0. @param gustiness deviation of its logarithm: 0.1 steady, 0.3 squally */
  speedAt(seconds: number, gustiness: number): number {
    const deviations = this.#gusts.at(seconds) + TURBULENCE * this.#turbulence.at(seconds);
    return Math.exp(gustiness * Math.min(MOST_DEVIATIONS, deviations));
  }
}
