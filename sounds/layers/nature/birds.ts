import { AirBed } from "../../../src/dsp/air-bed.ts";
import { BirdChoir, SYLLABLE_SECONDS } from "../../../src/dsp/bird-choir.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { FarAndNear } from "../../../src/dsp/far-and-near.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "density" | "dawnMinutes" | "distance" | "events";

const GAIN = 0.2;
/** Trees around a garden. */
const GARDEN = { airHz: 3500, tailSeconds: 1.3, tailDb: -3 };
/** The morning behind them, hardly heard. */
const AIR = { cutoffHz: 1200, gain: 0.0016 };

/** Songs, near and through the trees. */
class BirdsKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #choir: BirdChoir;
  readonly #distance: SmoothParam<Name>;
  readonly #grains: GrainBuffer;
  readonly #garden: FarAndNear;
  readonly #air: AirBed;
  readonly #densityAt = (frame: number) => this.#paramAt("density", frame);
  readonly #wakeAt = (frame: number) => this.#awake(frame) * this.#paramAt("events", frame);
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#choir = new BirdChoir(seedFor(seed, "birds/choir"), sampleRate, GAIN);
    this.#distance = new SmoothParam("distance", sampleRate);
    this.#grains = new GrainBuffer(SYLLABLE_SECONDS, sampleRate);
    this.#garden = new FarAndNear(seedFor(seed, "birds/garden"), sampleRate, GARDEN);
    this.#air = new AirBed(seedFor(seed, "birds/air"), sampleRate, AIR);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#grains.reset();
    this.#garden.reset();
    this.#air.reset();
    const blocks = Math.ceil((SYLLABLE_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#sing(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#sing(frame, paramAt);
    this.#distance.read(paramAt, frame);
    this.#garden.process(left, right, frame, this.#distance);
    this.#air.add(left, right, frame);
  }

  #sing(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#choir.write(this.#grains, frame, this.#densityAt, this.#wakeAt);
    this.#grains.take(this.left, this.right, frame);
  }

  /** How far the dawn has come, 0..1: from the night's first frame on, or at once. */
  #awake(frame: number): number {
    const seconds = 60 * this.#paramAt("dawnMinutes", frame);
    return seconds > 0 ? Math.min(1, Math.max(0, frame / this.#sampleRate / seconds)) : 1;
  }
}

/**
 * Birds at dawn: three to six, each with the song grammar of another kind and a repertoire of its own; syllables are
 * gliding tones with a few partials, songs of 2 to 4 s come 4 to 7 times a minute, and over `dawnMinutes` one bird wakes
 * up after the other.
 * @source pitches, lengths and order of syllables after descriptions of six European songbirds; no song is a transcription
 */
export const birds = defineLayer({
  id: "birds",
  family: "nature",
  character: "events",
  eventGapSeconds: 2.4,
  params: {
    density: { min: 0, max: 1, default: 0.5, unit: "" },
    dawnMinutes: { min: 0, max: 40, default: 0, unit: "min" },
    distance: { min: 0, max: 1, default: 0.6, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { density: 0, distance: 0.9 }, lively: { density: 1, distance: 0.5 } },
  settings: {
    "first-light": { density: 0.1, distance: 0.9 },
    garden: {},
    "dawn-chorus": { density: 1 },
  },
  loudnessLufs: -22.7,
  prerollSeconds: 1.4,
  memorySeconds: SYLLABLE_SECONDS,
  kernel: BirdsKernel,
});
