import { Biquad, BUTTERWORTH_Q, highPass, lowPass } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PinkFilter } from "./pink-filter.ts";
import { StateVariableLowPass } from "./state-variable.ts";

/** The body opens from the first to the second as it rises, Hz. */
const BODY_HZ = { trough: 400, crest: 4000 };
const BODY_Q = 0.6;
/** Amplitude of the body between waves: with the bed it keeps a trough within 12 dB of its crest. */
const BODY_TROUGH = 0.2;
const FOAM_HZ = 2000;
const FOAM_GAIN = 0.35;
/** The sea beyond the surf, constant. */
const DEEP_HZ = 250;
const DEEP_GAIN = 0.45;

/** Loudness of the surf on one side, at the first frame of a block and of the next. */
export interface SurfLevels {
  readonly bodyFrom: number;
  readonly bodyTo: number;
  readonly foamFrom: number;
  readonly foamTo: number;
}

/** One channel of the sea: white noise to body, foam and the deep bed, in place. */
export class Surf {
  readonly #pink = new PinkFilter();
  readonly #body: StateVariableLowPass;
  readonly #foam: Biquad;
  readonly #deep: Biquad;
  readonly #foamBlock = new Float64Array(BLOCK_FRAMES);
  readonly #deepBlock = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number) {
    this.#body = new StateVariableLowPass(BODY_Q, sampleRate);
    this.#foam = new Biquad(highPass(FOAM_HZ, BUTTERWORTH_Q, sampleRate));
    this.#deep = new Biquad(lowPass(DEEP_HZ, BUTTERWORTH_Q, sampleRate));
  }

  reset(): void {
    this.#pink.reset();
    this.#body.reset();
    this.#foam.reset();
    this.#deep.reset();
  }

  process(samples: Float64Array, levels: SurfLevels): void {
    const { bodyFrom, foamFrom } = levels;
    this.#pink.process(samples);
    this.#foamBlock.set(samples);
    this.#foam.process(this.#foamBlock);
    this.#deepBlock.set(samples);
    this.#deep.process(this.#deepBlock);
    this.#body.process(samples, BODY_HZ.trough * (BODY_HZ.crest / BODY_HZ.trough) ** bodyFrom);
    const bodyStep = (levels.bodyTo - bodyFrom) / BLOCK_FRAMES;
    const foamStep = (levels.foamTo - foamFrom) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const body = BODY_TROUGH + (1 - BODY_TROUGH) * (bodyFrom + bodyStep * i);
      const foam = FOAM_GAIN * (foamFrom + foamStep * i);
      samples[i] =
        body * (samples[i] ?? 0) + foam * (this.#foamBlock[i] ?? 0) + DEEP_GAIN * (this.#deepBlock[i] ?? 0);
    }
  }
}
