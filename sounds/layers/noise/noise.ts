import { audibleBand } from "../../../src/dsp/audible-band.ts";
import { FilterChain } from "../../../src/dsp/filter-chain.ts";
import { defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { SubsonicFilter } from "../../../src/dsp/subsonic-filter.ts";
import { TiltFilter } from "../../../src/dsp/tilt-filter.ts";

/** Gain at 48 kHz: white noise has the same power in every Hz only if it grows with the sample rate. */
const GAIN = 0.06;

class SlopedNoiseKernel extends NoiseKernel<"slope"> {
  readonly #tilts: readonly TiltFilter[];
  readonly #slope: SmoothParam<"slope">;
  #tunedSlope = Number.NaN;

  constructor(sampleRate: number, seed: number) {
    const tilts: TiltFilter[] = [];
    const makeFilter = () => {
      const tilt = new TiltFilter(sampleRate);
      tilts.push(tilt);
      return new FilterChain([tilt, new SubsonicFilter(sampleRate), audibleBand(sampleRate)]);
    };
    const gain = GAIN * Math.sqrt(sampleRate / 48_000);
    super(sampleRate, seed, { colour: "noise", makeFilter, gain, edgeHz: 500 });
    this.#tilts = tilts;
    this.#slope = new SmoothParam("slope", sampleRate);
  }

  protected override render(frame: number, paramAt: ParamAt<"slope" | keyof typeof NOISE_PARAMS>): void {
    this.#slope.read(paramAt, frame);
    if (this.#slope.to !== this.#tunedSlope) this.#tune();
    super.render(frame, paramAt);
  }

  /** Only where the slope has moved: numbers that are handed over in every block would be garbage. */
  #tune(): void {
    this.#tunedSlope = this.#slope.to;
    for (const tilt of this.#tilts) tilt.tune(this.#tunedSlope, -loudnessDb(this.#tunedSlope));
  }
}

/** How much louder (LUFS) a slope is than white noise of the same density at 1 kHz; a fit, within 0.2 dB. */
function loudnessDb(slope: number): number {
  return slope * (3.155 + slope * (0.183 + slope * (0.00205 * slope - 0.0286)));
}

/**
 * Noise of any colour: gaussian noise through a tilt of six pairs of pole and zero, its loudness kept while the slope
 * moves. -6 dB/oct is brown, -3 pink, 0 white, 3 blue, 6 violet.
 * @source J. O. Smith and H. F. Smith 2016, "Closed form fractional integration and differentiation via real exponentially spaced pole-zero pairs"
 */
export const noise = defineLayer({
  id: "noise",
  family: "noise",
  character: "noise",
  params: { slope: { min: -6, max: 6, default: -4.5, unit: "dB/oct" }, ...NOISE_PARAMS },
  macro: { calm: { slope: -6, softness: 0.5 }, lively: { slope: -2, movement: 1 } },
  loudnessLufs: -19.0,
  prerollSeconds: 0.9,
  memorySeconds: 0,
  kernel: SlopedNoiseKernel,
});
