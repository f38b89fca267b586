import { BedPinkFilter } from "./bed-pink-filter.ts";
import { Biquad, BUTTERWORTH_Q, highPass } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";

/** The body opens from the first to the second as it rises, Hz. */
const BODY_HZ = { trough: 400, crest: 4000 };
/** It opens early in the rise: by this power of the body's level. */
const BODY_OPENING = 0.35;
/** A beach sends little below this, Hz. */
const SURF_LOW_HZ = 250;
/** Amplitude of the body between waves, from where it rises evenly in dB: with the bed it keeps a trough within 12 dB of its crest. */
const BODY_TROUGH = 0.32;
const FOAM_HZ = 2000;
const FOAM_GAIN = 0.34;
/** The sea beyond the surf, constant. */
const DEEP_HZ = 250;
const DEEP_GAIN = 0.32;

/** Loudness of the surf on one side, at the first frame of a block and of the next. */
export interface SurfLevels {
  readonly bodyFrom: number;
  readonly bodyTo: number;
  readonly foamFrom: number;
  readonly foamTo: number;
  /** Turbulence: gain of body and foam, near 1. */
  readonly flutterFrom: number;
  readonly flutterTo: number;
}

/** One channel of the sea: white noise to body, foam and the deep bed, in place. */
export class Surf {
  readonly #sampleRate: number;
  readonly #lowGain: number;
  readonly #deepGain: number;
  readonly #pink = new BedPinkFilter();
  readonly #foam: Biquad;
  readonly #foamBlock = new Float64Array(BLOCK_FRAMES);
  #low = 0;
  #deep = 0;
  #body = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#lowGain = onePoleGain(SURF_LOW_HZ, sampleRate);
    this.#deepGain = onePoleGain(DEEP_HZ, sampleRate);
    this.#foam = new Biquad(highPass(FOAM_HZ, BUTTERWORTH_Q, sampleRate));
  }

  reset(): void {
    this.#pink.reset();
    this.#foam.reset();
    this.#low = this.#deep = this.#body = 0;
  }

  /** @param pops a block of bursting bubbles, added to the foam */
  process(samples: Float64Array, pops: Float64Array, levels: SurfLevels): void {
    const foamBlock = this.#foamBlock;
    this.#pink.process(samples);
    for (let i = 0; i < BLOCK_FRAMES; i++) foamBlock[i] = (samples[i] ?? 0) + (pops[i] ?? 0);
    this.#foam.process(foamBlock);

    const cutoffHz = BODY_HZ.trough * (BODY_HZ.crest / BODY_HZ.trough) ** (levels.bodyFrom ** BODY_OPENING);
    const bodyTake = 2 * onePoleGain(cutoffHz, this.#sampleRate);
    const bodyKeep = 1 - bodyTake;
    const lowTake = 2 * this.#lowGain;
    const lowKeep = 1 - lowTake;
    const deepTake = 2 * this.#deepGain;
    const deepKeep = 1 - deepTake;
    let low = this.#low;
    let deep = this.#deep;
    let body = this.#body;
    let bodyLevel = 0.5 * levels.flutterFrom * BODY_TROUGH ** (1 - levels.bodyFrom);
    let foamLevel = levels.flutterFrom * FOAM_GAIN * levels.foamFrom;
    const bodyStep = (0.5 * levels.flutterTo * BODY_TROUGH ** (1 - levels.bodyTo) - bodyLevel) / BLOCK_FRAMES;
    const foamStep = (levels.flutterTo * FOAM_GAIN * levels.foamTo - foamLevel) / BLOCK_FRAMES;
    // One loop for the three one-poles, which a processor then runs side by side.
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const pink = samples[i] ?? 0;
      const lowNext = lowKeep * low + lowTake * pink;
      const surf = pink - 0.5 * (low + lowNext);
      const deepNext = deepKeep * deep + deepTake * surf;
      const bodyNext = bodyKeep * body + bodyTake * surf;
      samples[i] =
        bodyLevel * (body + bodyNext) + foamLevel * (foamBlock[i] ?? 0) + 0.5 * DEEP_GAIN * (deep + deepNext);
      low = lowNext;
      deep = deepNext;
      body = bodyNext;
      bodyLevel += bodyStep;
      foamLevel += foamStep;
    }
    this.#low = snap(low);
    this.#deep = snap(deep);
    this.#body = snap(body);
  }
}
