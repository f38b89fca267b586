import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { Gusts } from "../../../src/dsp/gusts.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { NoiseBand } from "../../../src/dsp/noise-band.ts";
import { Ramp } from "../../../src/dsp/ramp.ts";
import { BRUSH_LONGEST_SECONDS, Rustle } from "../../../src/dsp/rustle.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "amount" | "gusts" | "events";

const LEAF_GAIN = 0.08;
/** Leaves that move each second at amount 0, and how many times more at 1. */
const LEAF_RATE = { least: 36, rise: 8 };
/** Deviation of the wind speed's logarithm at gusts 0 and 1; the leaves follow its square. */
const GUSTINESS = { least: 0.05, rise: 0.3 };
/** The crowns farther off: a soft hiss, of this gain for each leaf that moves. */
const HISS_HZ = { low: 2500, high: 8000 };
const HISS_GAIN = 0.0019;

class LeavesKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #amount: SmoothParam<Name>;
  readonly #gustiness: SmoothParam<Name>;
  readonly #gusts: Gusts;
  /** Leaves that move each second. */
  readonly #rate: Ramp = new Ramp();
  readonly #hiss: NoiseBand;
  readonly #hissGain: Ramp = new Ramp();
  readonly #rustle: Rustle;
  readonly #grains: GrainBuffer;
  readonly #nearLeft = new Float64Array(BLOCK_FRAMES);
  readonly #nearRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#amount = new SmoothParam("amount", sampleRate);
    this.#gustiness = new SmoothParam("gusts", sampleRate);
    this.#gusts = new Gusts(seedFor(seed, "leaves/gusts"));
    this.#hiss = new NoiseBand(seedFor(seed, "leaves/hiss"), HISS_HZ, sampleRate);
    this.#rustle = new Rustle(seedFor(seed, "leaves/rustle"), sampleRate);
    this.#grains = new GrainBuffer(BRUSH_LONGEST_SECONDS, sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#hiss.reset();
    this.#grains.reset();
    const blocks = Math.ceil((BRUSH_LONGEST_SECONDS * this.#sampleRate) / BLOCK_FRAMES) + 1;
    for (let block = -blocks; block < 0; block++) this.#move(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#move(frame, paramAt);
    this.#hissGain.from = HISS_GAIN * Math.sqrt(this.#rate.from);
    this.#hissGain.to = HISS_GAIN * Math.sqrt(this.#rate.to);
    this.#hiss.render(left, right, frame, this.#hissGain);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (this.#nearLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + (this.#nearRight[i] ?? 0);
    }
  }

  /** Moves the leaves of the block at `frame`, and takes what is heard in it of all so far. */
  #move(frame: number, paramAt: ParamAt<Name>): void {
    this.#amount.read(paramAt, frame);
    this.#gustiness.read(paramAt, frame);
    this.#gusts.read(frame, this.#sampleRate);
    this.#rate.from = rateIn(this.#amount.from) * movedBy(this.#gustiness.from, this.#gusts.from);
    this.#rate.to = rateIn(this.#amount.to) * movedBy(this.#gustiness.to, this.#gusts.to);
    this.#rustle.rate = this.#rate.from * paramAt("events", frame);
    this.#rustle.write(this.#grains, frame, LEAF_GAIN);
    this.#grains.take(this.#nearLeft, this.#nearRight, frame);
  }
}

/** Leaves that move each second in a mean wind. */
function rateIn(amount: number): number {
  return LEAF_RATE.least * LEAF_RATE.rise ** amount;
}

/** The square of the wind's speed. @param deviations of the gusts */
function movedBy(gusts: number, deviations: number): number {
  return Math.exp(2 * (GUSTINESS.least + GUSTINESS.rise * gusts) * deviations);
}

/**
 * Dry leaves: soft brushes of 5 to 30 ms between 2 and 8 kHz, as many as the square of the wind's speed moves, over the
 * hiss of those farther off.
 * @source Grains of noise that follow a gust; rates and bands are this project's own, as the constants say.
 */
export const leaves = defineLayer({
  id: "leaves",
  family: "nature",
  character: "texture",
  params: {
    amount: { min: 0, max: 1, default: 0.5, unit: "" },
    gusts: { min: 0, max: 1, default: 0.2, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { amount: 0.15, gusts: 0.1 }, lively: { amount: 0.9, gusts: 0.8 } },
  settings: {
    "a-few": { amount: 0.1, gusts: 0.4 },
    hedge: {},
    autumn: { amount: 0.95, gusts: 0.7 },
  },
  loudnessLufs: -25.7,
  prerollSeconds: 0.7,
  memorySeconds: BRUSH_LONGEST_SECONDS,
  kernel: LeavesKernel,
});
