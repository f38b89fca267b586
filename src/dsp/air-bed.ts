import { dbToGain } from "./db.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";
import { StereoNoise } from "./stereo-noise.ts";
import { Weather } from "./weather.ts";

/** The air is never quite still: one deviation of its level, dB, and how slowly it changes, seconds. */
const BREATH_DB = 1;
const BREATH_SECONDS = { slowest: 40, fastest: 5 };

/** As loud as it is. */
const WHOLE = { from: 1, to: 1 };
/** So many times higher leaves and air begin to take their part, too. */
const FAR_RATIO = 4;

/** What is left out of doors when nothing sounds near: far, warm air, noise that falls by 6 and then 12 dB/octave. */
export class AirBed {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #breath: Weather;
  readonly #pass: number;
  readonly #farPass: number;
  readonly #scale: number;
  readonly #noiseLeft = new Float64Array(BLOCK_FRAMES);
  readonly #noiseRight = new Float64Array(BLOCK_FRAMES);
  #lowLeft = 0;
  #lowRight = 0;
  #farLeft = 0;
  #farRight = 0;

  /**
   * @param air.cutoffHz where it begins to fall; by 12 dB/octave from four times that on
   * @param air.gain its RMS, about
   */
  constructor(seed: number, sampleRate: number, { cutoffHz, gain }: { cutoffHz: number; gain: number }) {
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seed);
    this.#breath = new Weather(seed, BREATH_SECONDS.slowest, BREATH_SECONDS.fastest);
    this.#pass = onePoleGain(cutoffHz, sampleRate);
    this.#farPass = onePoleGain(FAR_RATIO * cutoffHz, sampleRate);
    // A one-pole lets pi/2 times its cutoff through of white noise that reaches up to half the rate.
    this.#scale = gain * Math.sqrt(sampleRate / 2 / (0.5 * Math.PI * cutoffHz));
  }

  reset(): void {
    this.#lowLeft = this.#lowRight = this.#farLeft = this.#farRight = 0;
  }

  /**
   * Adds the air of the block that begins at `frame`. It settles in half a second.
   * @param part of its gain, at the block's first frame and at the next one's
   */
  add(left: Float64Array, right: Float64Array, frame: number, part: Part = WHOLE): void {
    const noiseLeft = this.#noiseLeft;
    const noiseRight = this.#noiseRight;
    this.#noise.fill(noiseLeft, noiseRight, frame / BLOCK_FRAMES);
    const take = 2 * this.#pass;
    const keep = 1 - take;
    const farTake = 2 * this.#farPass;
    const farKeep = 1 - farTake;
    const breath = this.#breath;
    breath.read(frame, this.#sampleRate);
    // Half, because the last filter's output is the mean of its two states.
    const scale = 0.5 * this.#scale;
    let level = scale * part.from * dbToGain(BREATH_DB * breath.from);
    const levelStep = (scale * part.to * dbToGain(BREATH_DB * breath.to) - level) / BLOCK_FRAMES;
    let lowLeft = this.#lowLeft;
    let lowRight = this.#lowRight;
    let farLeft = this.#farLeft;
    let farRight = this.#farRight;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const nextLeft = keep * lowLeft + take * (noiseLeft[i] ?? 0);
      const nextRight = keep * lowRight + take * (noiseRight[i] ?? 0);
      const farNextLeft = farKeep * farLeft + farTake * 0.5 * (lowLeft + nextLeft);
      const farNextRight = farKeep * farRight + farTake * 0.5 * (lowRight + nextRight);
      left[i] = (left[i] ?? 0) + level * (farLeft + farNextLeft);
      right[i] = (right[i] ?? 0) + level * (farRight + farNextRight);
      farLeft = farNextLeft;
      farRight = farNextRight;
      lowLeft = nextLeft;
      lowRight = nextRight;
      level += levelStep;
    }
    this.#lowLeft = snap(lowLeft);
    this.#lowRight = snap(lowRight);
    this.#farLeft = snap(farLeft);
    this.#farRight = snap(farRight);
  }
}

interface Part {
  readonly from: number;
  readonly to: number;
}
