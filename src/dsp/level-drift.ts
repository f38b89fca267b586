import { dbToGain } from "./db.ts";
import { Weather } from "./weather.ts";

/** Unattended, a level goes at most so far from where it was set, dB, and at most by 0.1 dB in a second. */
const MOST_DB = 2;
const DB_PER_DEVIATION = 0.8;
const SECONDS = { slowest: 160, fastest: 40 };

/** A slow 1/f drift of a level, within 2 dB; a function of (seed, time). */
export class LevelDrift {
  readonly #weather: Weather;

  constructor(seed: number) {
    this.#weather = new Weather(seed, SECONDS.slowest, SECONDS.fastest);
  }

  /** Linear gain. @param amount 0 (none) .. 1 (up to 2 dB) */
  gainAt(seconds: number, amount: number): number {
    const db = DB_PER_DEVIATION * this.#weather.at(seconds);
    return dbToGain(amount * Math.max(-MOST_DB, Math.min(MOST_DB, db)));
  }
}
