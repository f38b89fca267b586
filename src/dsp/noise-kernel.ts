import { BlockKernel } from "./block-kernel.ts";
import { BLOCK_FRAMES, type ParamAt } from "./layer.ts";
import { LevelDrift } from "./level-drift.ts";
import { seedFor } from "./seed-for.ts";
import { SmoothParam } from "./smooth-param.ts";
import { SoftEdge } from "./soft-edge.ts";
import { StereoNoise } from "./stereo-noise.ts";

/** A filter that turns white noise into a colour, in place. */
export interface ColourFilter {
  reset(): void;
  process(samples: Float64Array): void;
}

export interface NoiseColour {
  /** Names the random stream. */
  readonly colour: string;
  /** Makes one channel's filter; null leaves the noise white. */
  readonly makeFilter: (() => ColourFilter) | null;
  /** Of the white noise: brings the filter's output to a peak below 1. */
  readonly gain: number;
  /** Where `softness` takes hold: from there on the highs soften, Hz. */
  readonly edgeHz: number;
}

/** What can be set of every noise colour: a gentle low-pass, and a slow drift of the level. At 0 the colour is exact. */
export const NOISE_PARAMS = {
  softness: { min: 0, max: 1, default: 0, unit: "" },
  movement: { min: 0, max: 1, default: 0, unit: "" },
} as const;

/** Calm is softer, lively moves. */
export const NOISE_MACRO = { calm: { softness: 0.8 }, lively: { movement: 1 } } as const;

/** While it moves the level rises on one side first: the two sides differ by up to 1.4 dB. */
const SIDE_LEAD_RADIANS = 0.35;

type NoiseParam = keyof typeof NOISE_PARAMS;

/** Kernel of a noise colour: gaussian noise, one filter per channel, a soft edge, a drifting gain. */
export class NoiseKernel<More extends string = never> extends BlockKernel<NoiseParam | More> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #filters: readonly [ColourFilter, ColourFilter] | null;
  readonly #edges: readonly [SoftEdge, SoftEdge];
  readonly #drifts: readonly [LevelDrift, LevelDrift];
  readonly #softness: SmoothParam<NoiseParam>;
  readonly #movement: SmoothParam<NoiseParam>;

  constructor(sampleRate: number, seed: number, { colour, makeFilter, gain, edgeHz }: NoiseColour) {
    super();
    // White noise has too little below 100 Hz for its coherence there to be heard.
    const options = makeFilter ? { coherentLows: { sampleRate }, gain } : { gain };
    const drift = (lead: number) => new LevelDrift(seedFor(seed, `${colour}/drift`), lead);
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, colour), options);
    this.#filters = makeFilter && [makeFilter(), makeFilter()];
    this.#edges = [new SoftEdge(edgeHz, sampleRate), new SoftEdge(edgeHz, sampleRate)];
    this.#drifts = [drift(SIDE_LEAD_RADIANS), drift(-SIDE_LEAD_RADIANS)];
    this.#softness = new SmoothParam("softness", sampleRate);
    this.#movement = new SmoothParam("movement", sampleRate);
  }

  protected start(): void {
    this.#noise.reset();
    for (const filter of this.#filters ?? []) filter.reset();
    for (const edge of this.#edges) edge.reset();
  }

  protected render(frame: number, paramAt: ParamAt<NoiseParam | More>): void {
    const { left, right } = this;
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#softness.read(paramAt, frame);
    this.#movement.read(paramAt, frame);
    this.#finish(left, 0, frame);
    this.#finish(right, 1, frame);
  }

  #finish(samples: Float64Array, side: 0 | 1, frame: number): void {
    this.#filters?.[side].process(samples);
    const edge = this.#edges[side];
    if (isOn(this.#softness)) edge.process(samples, this.#softness);
    else edge.reset();
    if (isOn(this.#movement)) this.#drift(samples, side, frame);
  }

  #drift(samples: Float64Array, side: 0 | 1, frame: number): void {
    const drift = this.#drifts[side];
    const { from, to } = this.#movement;
    const gain = drift.gainAt(frame / this.#sampleRate, from);
    const step = (drift.gainAt((frame + BLOCK_FRAMES) / this.#sampleRate, to) - gain) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) samples[i] = (gain + step * i) * (samples[i] ?? 0);
  }
}

function isOn(param: SmoothParam<NoiseParam>): boolean {
  return param.from > 0 || param.to > 0;
}
