import { Biquad, BUTTERWORTH_Q, highPass } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { MovingLowPass } from "./moving-low-pass.ts";
import { OnePole } from "./one-pole.ts";
import { PinkFilter } from "./pink-filter.ts";

/** The body opens from the first to the second as it rises, Hz. */
const BODY_HZ = { trough: 400, crest: 4000 };
/** It opens early in the rise: by this power of the body's level. */
const BODY_OPENING = 0.35;
/** A beach sends little below this, Hz. */
const SURF_LOW_HZ = 200;
/** Amplitude of the body between waves, from where it rises evenly in dB: with the bed it keeps a trough within 12 dB of its crest. */
const BODY_TROUGH = 0.36;
const FOAM_HZ = 2000;
const FOAM_GAIN = 0.35;
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
  readonly #pink = new PinkFilter();
  readonly #body: MovingLowPass;
  readonly #low: OnePole;
  readonly #foam: Biquad;
  readonly #deep: OnePole;
  readonly #foamBlock = new Float64Array(BLOCK_FRAMES);
  readonly #deepBlock = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number) {
    this.#low = new OnePole(SURF_LOW_HZ, sampleRate);
    this.#body = new MovingLowPass(sampleRate);
    this.#foam = new Biquad(highPass(FOAM_HZ, BUTTERWORTH_Q, sampleRate));
    this.#deep = new OnePole(DEEP_HZ, sampleRate);
  }

  reset(): void {
    this.#pink.reset();
    this.#low.reset();
    this.#body.reset();
    this.#foam.reset();
    this.#deep.reset();
  }

  /** @param pops a block of bursting bubbles, added to the foam */
  process(samples: Float64Array, pops: Float64Array, levels: SurfLevels): void {
    const { bodyFrom, foamFrom, flutterFrom } = levels;
    this.#pink.process(samples);
    this.#low.highPass(samples);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      this.#foamBlock[i] = (samples[i] ?? 0) + (pops[i] ?? 0);
      this.#deepBlock[i] = samples[i] ?? 0;
    }
    this.#foam.process(this.#foamBlock);
    this.#deep.process(this.#deepBlock);
    this.#body.process(
      samples,
      BODY_HZ.trough * (BODY_HZ.crest / BODY_HZ.trough) ** (bodyFrom ** BODY_OPENING),
    );
    const gainFrom = BODY_TROUGH ** (1 - bodyFrom);
    const gainStep = (BODY_TROUGH ** (1 - levels.bodyTo) - gainFrom) / BLOCK_FRAMES;
    const foamStep = (levels.foamTo - foamFrom) / BLOCK_FRAMES;
    const flutterStep = (levels.flutterTo - flutterFrom) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const body = gainFrom + gainStep * i;
      const foam = FOAM_GAIN * (foamFrom + foamStep * i);
      const surf = body * (samples[i] ?? 0) + foam * (this.#foamBlock[i] ?? 0);
      samples[i] = (flutterFrom + flutterStep * i) * surf + DEEP_GAIN * (this.#deepBlock[i] ?? 0);
    }
  }
}
