import { dbToGain } from "./db.ts";
import { hashUnit } from "./hash.ts";
import { Weather } from "./weather.ts";

/** Unattended, a level goes at most so far from where it was set, dB, and by at most 0.1 dB in a second. */
const MOST_DB = 2;
/** It goes to and fro in about so many seconds, 2 x 2 pi / 220 = 0.06 dB in a second, */
const USUAL_SECONDS = 220;
/** now faster, now slower: by 1/f wandering of its angle, radians (one deviation). */
const WANDER = { radians: 0.35, slowestSeconds: 320, fastestSeconds: 80 };

/** A slow drift of a level within 2 dB that never comes back in the same time; a function of (seed, time). */
export class LevelDrift {
  readonly #weather: Weather;
  readonly #angle: number;

  /** @param leadRadians how far it runs ahead of another drift of the same seed */
  constructor(seed: number, leadRadians = 0) {
    const { slowestSeconds, fastestSeconds } = WANDER;
    this.#weather = new Weather(seed, slowestSeconds, fastestSeconds);
    this.#angle = 2 * Math.PI * hashUnit(seed, 1) + leadRadians;
  }

  /** Linear gain. @param amount 0 (none) .. 1 (up to 2 dB) */
  gainAt(seconds: number, amount: number): number {
    const wander = WANDER.radians * this.#weather.at(seconds);
    const angle = this.#angle + (2 * Math.PI * seconds) / USUAL_SECONDS + wander;
    return dbToGain(amount * MOST_DB * Math.sin(angle));
  }
}
