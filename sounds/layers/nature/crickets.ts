import { AirBed } from "../../../src/dsp/air-bed.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { CricketChorus, chirpSeconds } from "../../../src/dsp/cricket-chorus.ts";
import { FarAndNear } from "../../../src/dsp/far-and-near.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "temperatureC" | "males" | "distance" | "events";

const GAIN = 0.2;
const COOLEST_C = 13;
const CHIRP_SECONDS = chirpSeconds(COOLEST_C);
/** Grass and a hedge. */
const MEADOW = { airHz: 4000, tailSeconds: 0.5, tailDb: -2 };

/** The night behind them, hardly heard. */
const AIR = { cutoffHz: 900, gain: 0.0013 };

/** Chirps, near and through the meadow. */
class CricketsKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #chorus: CricketChorus;
  readonly #males: SmoothParam<Name>;
  readonly #distance: SmoothParam<Name>;
  readonly #grains: GrainBuffer;
  readonly #meadow: FarAndNear;
  readonly #air: AirBed;
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const temperatureAt = (frame: number) => this.#paramAt("temperatureC", frame);
    this.#sampleRate = sampleRate;
    this.#chorus = new CricketChorus(seedFor(seed, "crickets"), sampleRate, temperatureAt);
    this.#chorus.gain = GAIN;
    this.#males = new SmoothParam("males", sampleRate);
    this.#distance = new SmoothParam("distance", sampleRate);
    this.#grains = new GrainBuffer(CHIRP_SECONDS, sampleRate);
    this.#meadow = new FarAndNear(seedFor(seed, "crickets/meadow"), sampleRate, MEADOW);
    this.#air = new AirBed(seedFor(seed, "crickets/air"), sampleRate, AIR);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#chorus.reset();
    this.#grains.reset();
    this.#meadow.reset();
    this.#air.reset();
    const blocks = Math.ceil((CHIRP_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#chirp(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#chirp(frame, paramAt);
    this.#distance.read(paramAt, frame);
    this.#meadow.process(left, right, frame, this.#distance);
    this.#air.add(left, right, frame);
  }

  #chirp(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#males.read(paramAt, frame);
    this.#chorus.males = this.#males.from * paramAt("events", frame);
    this.#chorus.temperatureC = paramAt("temperatureC", frame);
    this.#chorus.write(this.#grains, frame);
    this.#grains.take(this.left, this.right, frame);
  }
}

/**
 * Snowy tree crickets: 3 to 7 males chirp together on a beat that follows the temperature; each chirp is 5 or 8 soft
 * pulses of a tone, in twos and threes, heard from within the meadow or from afar.
 * @source Dolbear, "The cricket as a thermometer", The American Naturalist 31 (1897)
 * @source Walker, "Acoustic synchrony: two mechanisms in the snowy tree cricket", Science 166 (1969)
 */
export const crickets = defineLayer({
  id: "crickets",
  family: "nature",
  character: "events",
  eventGapSeconds: 0.5,
  params: {
    temperatureC: { min: COOLEST_C, max: 28, default: 20, unit: "C" },
    males: { min: 3, max: 7, default: 5, unit: "" },
    distance: { min: 0, max: 1, default: 0.4, unit: "" },
    events: EVENTS,
  },
  macro: {
    calm: { temperatureC: 15, males: 3, distance: 0.9 },
    lively: { temperatureC: 26, males: 7, distance: 0.2 },
  },
  settings: {
    "cool-evening": { temperatureC: 15, males: 4, distance: 0.7 },
    meadow: {},
    "sultry-night": { temperatureC: 27, males: 7 },
  },
  loudnessLufs: -19.8,
  prerollSeconds: 0.7,
  memorySeconds: CHIRP_SECONDS,
  kernel: CricketsKernel,
});
