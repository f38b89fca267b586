import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { PurrPulses } from "../../../src/dsp/purr-pulses.ts";
import { Resonances } from "../../../src/dsp/resonances.ts";
import { RisingFilter } from "../../../src/dsp/rising-filter.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { SoftEdge } from "../../../src/dsp/soft-edge.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";

type Name = "breaths" | "closeness";

/** The chest and the throat; the higher ones are what a phone can play. */
const THROAT = [
  { hz: 90, q: 1.2, gain: 0.7 },
  { hz: 170, q: 1.8, gain: 1 },
  { hz: 310, q: 2.2, gain: 1 },
  { hz: 540, q: 3, gain: 0.4 },
];
/** Of each pulse, the push of air that both ears hear alike, and the turbulence in it. */
const PUSH = 0.9;
const TURBULENCE = 0.8;
/** Breath through the nose: rushing in every pulse, and a little all the time. */
const AIR = { pulsed: 0.02, steady: 0.003 };
/** Farther away everything above this is softer. */
const EDGE_HZ = 500;

class PurrKernel extends BlockKernel<Name> {
  readonly #pulses: PurrPulses;
  readonly #noise: StereoNoise;
  readonly #throats: readonly [Resonances, Resonances];
  readonly #noses: readonly [RisingFilter, RisingFilter];
  readonly #edges: readonly [SoftEdge, SoftEdge];
  readonly #closeness: SmoothParam<Name>;
  readonly #farness = { from: 0, to: 0 };
  readonly #open = new Float64Array(BLOCK_FRAMES);
  readonly #air = new Float64Array(BLOCK_FRAMES);
  #paramAt: ParamAt<Name> = () => 26;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#pulses = new PurrPulses(
      seedFor(seed, "purr/pulses"),
      sampleRate,
      (frame) => this.#paramAt("breaths", frame) / 60,
    );
    this.#noise = new StereoNoise(seedFor(seed, "purr/air"), { gain: Math.sqrt(sampleRate / 48_000) });
    this.#throats = [new Resonances(THROAT, sampleRate), new Resonances(THROAT, sampleRate)];
    this.#noses = [new RisingFilter(sampleRate), new RisingFilter(sampleRate)];
    this.#edges = [new SoftEdge(EDGE_HZ, sampleRate), new SoftEdge(EDGE_HZ, sampleRate)];
    this.#closeness = new SmoothParam("closeness", sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#pulses.start(frame);
    for (const filter of [...this.#throats, ...this.#noses, ...this.#edges]) filter.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#pulses.render(this.#open, frame);
    this.#noise.fill(this.left, this.right, frame / BLOCK_FRAMES);
    this.#closeness.read(paramAt, frame);
    this.#farness.from = 1 - this.#closeness.from;
    this.#farness.to = 1 - this.#closeness.to;
    this.#side(this.left, 0);
    this.#side(this.right, 1);
  }

  /** Turns one side's noise into what that ear hears. */
  #side(samples: Float64Array, side: 0 | 1): void {
    const open = this.#open;
    const air = this.#air;
    const { flowFrom, flowTo } = this.#pulses;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const flow = flowFrom + ((flowTo - flowFrom) * i) / BLOCK_FRAMES;
      const white = samples[i] ?? 0;
      const pulse = flow * (open[i] ?? 0);
      air[i] = (AIR.pulsed * pulse + AIR.steady * flow) * white;
      samples[i] = pulse * (PUSH + TURBULENCE * white);
    }
    this.#throats[side].process(samples);
    this.#noses[side].process(air);
    for (let i = 0; i < BLOCK_FRAMES; i++) samples[i] = (samples[i] ?? 0) + (air[i] ?? 0);
    this.#edges[side].process(samples, this.#farness);
  }
}

/**
 * A cat that purrs in its sleep: jittered pulses of the larynx, 26.3 a second and 2.4 faster breathing out than in,
 * through resonances of 90-540 Hz, swelling with the breath; and the breath itself.
 * @source cats purr at 26.3 +- 1.95 Hz, 2.4 Hz faster breathing out than in, in phases of 0.6-1.5 s
 */
export const purr = defineLayer({
  id: "purr",
  family: "comfort",
  character: "texture",
  params: {
    breaths: { min: 22, max: 42, default: 28, unit: "/min" },
    closeness: { min: 0, max: 1, default: 0.6, unit: "" },
  },
  macro: { calm: { breaths: 23, closeness: 0.2 }, lively: { breaths: 36, closeness: 1 } },
  loudnessLufs: -23.2,
  prerollSeconds: 0.5,
  memorySeconds: 0.1,
  kernel: PurrKernel,
});
