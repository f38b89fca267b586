import { AirBed } from "../../../src/dsp/air-bed.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { FarAndNear } from "../../../src/dsp/far-and-near.ts";
import { FrogPond, LONGEST_FROG_CALL_SECONDS } from "../../../src/dsp/frog-pond.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "green" | "gray" | "peepers" | "distance" | "events";

const GAIN = 0.25;
/** Water and reeds. */
const POND = { airHz: 3000, tailSeconds: 0.8, tailDb: -3.5 };
/** The night behind them, hardly heard. */
const AIR = { cutoffHz: 900, gain: 0.0013 };

/** Calls, near and over the water. */
class FrogsKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #pond: FrogPond;
  readonly #green: SmoothParam<Name>;
  readonly #gray: SmoothParam<Name>;
  readonly #peepers: SmoothParam<Name>;
  readonly #distance: SmoothParam<Name>;
  readonly #grains: GrainBuffer;
  readonly #water: FarAndNear;
  readonly #air: AirBed;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#pond = new FrogPond(seedFor(seed, "frogs"), sampleRate, GAIN);
    this.#green = new SmoothParam("green", sampleRate);
    this.#gray = new SmoothParam("gray", sampleRate);
    this.#peepers = new SmoothParam("peepers", sampleRate);
    this.#distance = new SmoothParam("distance", sampleRate);
    this.#grains = new GrainBuffer(LONGEST_FROG_CALL_SECONDS, sampleRate);
    this.#water = new FarAndNear(seedFor(seed, "frogs/water"), sampleRate, POND);
    this.#air = new AirBed(seedFor(seed, "frogs/air"), sampleRate, AIR);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#grains.reset();
    this.#water.reset();
    this.#air.reset();
    const blocks = Math.ceil((LONGEST_FROG_CALL_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#call(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#call(frame, paramAt);
    this.#distance.read(paramAt, frame);
    this.#water.process(left, right, frame, this.#distance);
    this.#air.add(left, right, frame);
  }

  #call(frame: number, paramAt: ParamAt<Name>): void {
    this.#green.read(paramAt, frame);
    this.#gray.read(paramAt, frame);
    this.#peepers.read(paramAt, frame);
    const { amounts } = this.#pond;
    const left = paramAt("events", frame);
    amounts[0] = this.#green.from * left;
    amounts[1] = this.#gray.from * left;
    amounts[2] = this.#peepers.from * left;
    this.#pond.write(this.#grains, frame);
    this.#grains.take(this.left, this.right, frame);
  }
}

/**
 * Frogs at a pond: green treefrogs (short notes at 0.9 and 3 kHz), gray treefrogs (trills of 24 soft pulses a second)
 * and spring peepers (whistles at 2.9 kHz). The males of a kind call in turn, and each falls silent at times.
 * @source pitches, pulse rates and lengths as published descriptions of the three species' calls give them
 */
export const frogs = defineLayer({
  id: "frogs",
  family: "nature",
  character: "events",
  eventGapSeconds: 0.3,
  params: {
    green: { min: 0, max: 1, default: 0.6, unit: "" },
    gray: { min: 0, max: 1, default: 0.75, unit: "" },
    peepers: { min: 0, max: 1, default: 0.4, unit: "" },
    distance: { min: 0, max: 1, default: 0.5, unit: "" },
    events: EVENTS,
  },
  macro: {
    calm: { green: 0.3, gray: 0.5, peepers: 0, distance: 0.9 },
    lively: { green: 1, gray: 1, peepers: 0.8, distance: 0.3 },
  },
  settings: {
    pond: {},
    "far-pond": { green: 0.4, peepers: 0.2, distance: 1 },
    "spring-evening": { green: 0, gray: 0.5, peepers: 1, distance: 0.8 },
  },
  loudnessLufs: -20.7,
  prerollSeconds: 0.9,
  memorySeconds: LONGEST_FROG_CALL_SECONDS,
  kernel: FrogsKernel,
});
