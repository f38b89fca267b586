import { BedPinkFilter } from "./bed-pink-filter.ts";
import { Biquad, BUTTERWORTH_Q, highPass } from "./biquad.ts";
import { dbToGain } from "./db.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { Ramp } from "./ramp.ts";
import { seedFor } from "./seed-for.ts";
import { snap } from "./snap.ts";
import { StereoNoise } from "./stereo-noise.ts";
import { Weather } from "./weather.ts";

/** Flames beat the air in this band, Hz: pink noise below a second-order slope, near the f^-2.5 of combustion. */
const LAPPING_HZ = { low: 40, high: 110 };
const LAPPING_GAIN = 0.014;
/** How far their strength wavers: one deviation in dB, and its slowest and fastest knots, seconds. */
const LAPPING_DB = 2;
const LAPPING_SECONDS = { slowest: 6, fastest: 0.1 };
/** Beyond this the air gives way: the clip is a soft one. */
const CLIP = 0.12;
/** Gas that hisses from the wood, Hz. */
const HISS_HZ = 400;
const HISS_GAIN = 0.0096;
const HISS_SECONDS = { slowest: 3, fastest: 0.1 };

/** The flames, and the hiss of the wood: both stereo, wavering. */
export class FireBed {
  readonly #noise: StereoNoise;
  readonly #left: BedSide;
  readonly #right: BedSide;
  readonly #lapping: Weather;
  readonly #hiss: Weather;
  readonly #lappingGain: Ramp = new Ramp();
  readonly #hissGain: Ramp = new Ramp();
  readonly #sampleRate: number;

  constructor(seed: number, sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "fire/noise"));
    this.#left = new BedSide(sampleRate);
    this.#right = new BedSide(sampleRate);
    this.#lapping = new Weather(
      seedFor(seed, "fire/lapping"),
      LAPPING_SECONDS.slowest,
      LAPPING_SECONDS.fastest,
    );
    this.#hiss = new Weather(seedFor(seed, "fire/hiss"), HISS_SECONDS.slowest, HISS_SECONDS.fastest);
  }

  reset(): void {
    this.#noise.reset();
    this.#left.reset();
    this.#right.reset();
  }

  /** Writes the block that begins at `frame`. @param flames their gain */
  render(left: Float64Array, right: Float64Array, frame: number, flames: Ramp): void {
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#lapping.read(frame, this.#sampleRate);
    this.#hiss.read(frame, this.#sampleRate);
    this.#lappingGain.from = flames.from * lappingGain(this.#lapping.from);
    this.#lappingGain.to = flames.to * lappingGain(this.#lapping.to);
    this.#hissGain.from = hissGain(this.#hiss.from);
    this.#hissGain.to = hissGain(this.#hiss.to);
    this.#left.process(left, this.#lappingGain, this.#hissGain);
    this.#right.process(right, this.#lappingGain, this.#hissGain);
  }
}

function lappingGain(deviations: number): number {
  return LAPPING_GAIN * dbToGain(LAPPING_DB * deviations);
}

/** Noise goes with the square of a slow noise (Farnell): mostly soft, now and then a jet. */
function hissGain(deviations: number): number {
  return HISS_GAIN * Math.min(2.5, (0.8 + 0.06 * deviations) ** 2);
}

class BedSide {
  readonly #pink = new BedPinkFilter();
  readonly #hissPass: Biquad;
  readonly #hiss = new Float64Array(BLOCK_FRAMES);
  readonly #whiteGain: number;
  readonly #highGain: number;
  readonly #lowGain: number;
  #high = 0;
  #higher = 0;
  #low = 0;

  constructor(sampleRate: number) {
    this.#whiteGain = Math.sqrt(sampleRate / 48_000);
    this.#hissPass = new Biquad(highPass(HISS_HZ, BUTTERWORTH_Q, sampleRate));
    this.#highGain = onePoleGain(LAPPING_HZ.high, sampleRate);
    this.#lowGain = onePoleGain(LAPPING_HZ.low, sampleRate);
  }

  reset(): void {
    this.#pink.reset();
    this.#hissPass.reset();
    this.#high = this.#higher = this.#low = 0;
  }

  process(samples: Float64Array, lappingGain: Ramp, hissGain: Ramp): void {
    const noise = this.#hiss;
    noise.set(samples);
    this.#hissPass.process(noise);
    this.#pink.process(samples);
    const highTake = 2 * this.#highGain;
    const highKeep = 1 - highTake;
    const lowTake = 2 * this.#lowGain;
    const lowKeep = 1 - lowTake;
    const lappingStep = (lappingGain.to - lappingGain.from) / BLOCK_FRAMES;
    const hissStep = (this.#whiteGain * (hissGain.to - hissGain.from)) / BLOCK_FRAMES;
    let lapping = lappingGain.from;
    let hiss = this.#whiteGain * hissGain.from;
    let high = this.#high;
    let higher = this.#higher;
    let low = this.#low;
    // One loop for the three one-poles, which a processor then runs side by side.
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const highNext = highKeep * high + highTake * (samples[i] ?? 0);
      const higherNext = highKeep * higher + highTake * 0.5 * (high + highNext);
      const below = 0.5 * (higher + higherNext);
      const lowNext = lowKeep * low + lowTake * below;
      const flame = lapping * (below - 0.5 * (low + lowNext));
      samples[i] = flame / (1 + Math.abs(flame) / CLIP) + hiss * (noise[i] ?? 0);
      high = highNext;
      higher = higherNext;
      low = lowNext;
      lapping += lappingStep;
      hiss += hissStep;
    }
    this.#high = snap(high);
    this.#higher = snap(higher);
    this.#low = snap(low);
  }
}
