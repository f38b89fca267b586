import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { NoiseBands } from "../../../src/dsp/noise-bands.ts";
import { HIGHEST_PLUNGE_RATE, PLUNGE_SECONDS, PlungeBubbles } from "../../../src/dsp/plunge-bubbles.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "flow" | "distance" | "events";

/**
 * Five bands of the roar: centre, its level, how much deeper a big fall is, and what distance takes of it, dB. White
 * noise through bands as wide as their pitch rises by 3 dB/octave; the levels bring that to -4 dB/octave above 500 Hz.
 */
const BANDS = [
  { hertz: 110, level: -4, flow: 8, distance: 2 },
  { hertz: 330, level: 0, flow: 4, distance: 0 },
  { hertz: 1000, level: -9, flow: 0, distance: -3 },
  { hertz: 3000, level: -18.5, flow: -1, distance: -12 },
  { hertz: 8000, level: -27, flow: -2, distance: -24 },
] as const;
const BAND_Q = 0.7;
const GAIN = 0.35;
/** The roar never stands still: slow drift of each band, one deviation, dB. */
const DRIFT_DB = 0.35;
const DRIFT_SECONDS = { slowest: 30, fastest: 1.5 };
const BUBBLE_GAIN = 0.022;
/** Gurgling is lost with distance sooner than the roar, dB. */
const BUBBLE_DISTANCE_DB = -10;

class WaterfallKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #gain: number;
  readonly #flow: SmoothParam<Name>;
  readonly #distance: SmoothParam<Name>;
  readonly #noise: StereoNoise;
  readonly #bands: NoiseBands;
  readonly #drifts: readonly Weather[];
  readonly #bubbles: PlungeBubbles;
  readonly #grains: GrainBuffer;
  readonly #nearLeft = new Float64Array(BLOCK_FRAMES);
  readonly #nearRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#gain = GAIN * Math.sqrt(sampleRate / 48_000);
    this.#flow = new SmoothParam("flow", sampleRate);
    this.#distance = new SmoothParam("distance", sampleRate);
    this.#noise = new StereoNoise(seedFor(seed, "waterfall/noise"), { coherentLows: { sampleRate } });
    this.#bands = new NoiseBands(
      BANDS.map(({ hertz }) => hertz),
      BAND_Q,
      sampleRate,
    );
    const { slowest, fastest } = DRIFT_SECONDS;
    this.#drifts = BANDS.map(
      ({ hertz }) => new Weather(seedFor(seed, `waterfall/${hertz}`), slowest, fastest),
    );
    this.#bubbles = new PlungeBubbles(seedFor(seed, "waterfall/bubbles"), sampleRate);
    this.#grains = new GrainBuffer(PLUNGE_SECONDS, sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#noise.reset();
    this.#bands.reset();
    this.#grains.reset();
    const blocks = Math.ceil((PLUNGE_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#plunge(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#flow.read(paramAt, frame);
    this.#distance.read(paramAt, frame);
    this.#levels(frame);
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#bands.process(left, right);
    this.#plunge(frame, paramAt);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (this.#nearLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + (this.#nearRight[i] ?? 0);
    }
  }

  /** Sets the gain of each band at the block's first frame and at the next block's. */
  #levels(frame: number): void {
    const { from, to } = this.#bands;
    for (let i = 0; i < BANDS.length; i++) {
      const band = BANDS[i];
      const drift = this.#drifts[i];
      if (!band || !drift) continue;
      drift.read(frame, this.#sampleRate);
      from[i] = this.#gain * dbToGain(levelOf(band, this.#flow.from, this.#distance.from, drift.from));
      to[i] = this.#gain * dbToGain(levelOf(band, this.#flow.to, this.#distance.to, drift.to));
    }
  }

  /** Lets bubbles of a block begin, and takes what is heard in it of all so far. */
  #plunge(frame: number, paramAt: ParamAt<Name>): void {
    this.#bubbles.rate =
      HIGHEST_PLUNGE_RATE * (0.3 + 0.7 * paramAt("flow", frame)) * paramAt("events", frame);
    this.#bubbles.gain = BUBBLE_GAIN * dbToGain(BUBBLE_DISTANCE_DB * paramAt("distance", frame));
    this.#bubbles.write(this.#grains, frame);
    this.#grains.take(this.#nearLeft, this.#nearRight, frame);
  }
}

/** Level of a band, dB. @param drift deviations */
function levelOf(band: (typeof BANDS)[number], flow: number, distance: number, drift: number): number {
  return band.level + band.flow * (flow - 0.5) + band.distance * distance + DRIFT_DB * drift;
}

/**
 * Falling water: a roar of five bands of noise that drift by themselves (so many bubbles that they are one), and the
 * gurgle of single large bubbles in the pool below.
 * @source Bubbles: van den Doel, "Physically based models for liquid sounds", 2005; Minnaert 1933.
 * @source Roar of -3 to -5 dB/octave above 500 Hz, and steady: the project's sound specification.
 */
export const waterfall = defineLayer({
  id: "waterfall",
  family: "nature",
  character: "texture",
  params: {
    flow: { min: 0, max: 1, default: 0.5, unit: "" },
    distance: { min: 0, max: 1, default: 0.35, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { flow: 0.3, distance: 1 }, lively: { flow: 0.9, distance: 0 } },
  settings: {
    "small-fall": { flow: 0.05, distance: 0.2 },
    "close-by": { flow: 0.8, distance: 0.05 },
    "in-the-distance": { distance: 0.95 },
  },
  loudnessLufs: -16.0,
  prerollSeconds: 0.7,
  memorySeconds: PLUNGE_SECONDS,
  kernel: WaterfallKernel,
});
