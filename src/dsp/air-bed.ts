import { dbToGain } from "./db.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";
import { StereoNoise } from "./stereo-noise.ts";
import { Weather } from "./weather.ts";

/** The air is never quite still: one deviation of its level, dB, and how slowly it changes, seconds. */
const BREATH_DB = 1;
const BREATH_SECONDS = { slowest: 40, fastest: 5 };

/** What is left out of doors when nothing sounds near: far, warm air, noise that falls by 6 dB/octave. */
export class AirBed {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #breath: Weather;
  readonly #pass: number;
  readonly #scale: number;
  readonly #noiseLeft = new Float64Array(BLOCK_FRAMES);
  readonly #noiseRight = new Float64Array(BLOCK_FRAMES);
  #lowLeft = 0;
  #lowRight = 0;

  /** @param cutoffHz where it begins to fall */
  constructor(seed: number, sampleRate: number, cutoffHz: number) {
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seed);
    this.#breath = new Weather(seed, BREATH_SECONDS.slowest, BREATH_SECONDS.fastest);
    this.#pass = onePoleGain(cutoffHz, sampleRate);
    // A one-pole lets pi/2 times its cutoff through of white noise that reaches up to half the rate.
    this.#scale = Math.sqrt(sampleRate / 2 / (0.5 * Math.PI * cutoffHz));
  }

  reset(): void {
    this.#lowLeft = this.#lowRight = 0;
  }

  /** Adds the air of the block that begins at `frame`, of an RMS near `gain`. It settles in half a second. */
  add(left: Float64Array, right: Float64Array, frame: number, gain: number): void {
    const noiseLeft = this.#noiseLeft;
    const noiseRight = this.#noiseRight;
    this.#noise.fill(noiseLeft, noiseRight, frame / BLOCK_FRAMES);
    const pass = this.#pass;
    let level = gain * this.#levelAt(frame);
    const levelStep = (gain * this.#levelAt(frame + BLOCK_FRAMES) - level) / BLOCK_FRAMES;
    let lowLeft = this.#lowLeft;
    let lowRight = this.#lowRight;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const stepLeft = pass * ((noiseLeft[i] ?? 0) - lowLeft);
      const stepRight = pass * ((noiseRight[i] ?? 0) - lowRight);
      left[i] = (left[i] ?? 0) + level * (lowLeft + stepLeft);
      right[i] = (right[i] ?? 0) + level * (lowRight + stepRight);
      lowLeft += 2 * stepLeft;
      lowRight += 2 * stepRight;
      level += levelStep;
    }
    this.#lowLeft = snap(lowLeft);
    this.#lowRight = snap(lowRight);
  }

  #levelAt(frame: number): number {
    return this.#scale * dbToGain(BREATH_DB * this.#breath.at(frame / this.#sampleRate));
  }
}
