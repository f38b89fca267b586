import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { FireBed } from "../../../src/dsp/fire-bed.ts";
import { CRACKLE_SECONDS, FireCrackles, HIGHEST_CRACKLE_RATE } from "../../../src/dsp/fire-crackles.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { Ramp } from "../../../src/dsp/ramp.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "flames" | "crackle" | "events";

const CRACKLE_GAIN = 0.13;
/** Crackles per second of embers, and how many more there are when it crackles most. */
const CRACKLE_RATE = { least: 3, rise: HIGHEST_CRACKLE_RATE - 3 };
/** Few crackles are soft ones. */
const CRACKLE_DB = { least: -1.6, rise: 2.423 };
/** Level of the flames at 0, and its rise to 1, dB. */
const FLAMES_DB = { least: -9, rise: 12 };

class FireKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #flames: SmoothParam<Name>;
  readonly #flamesGain: Ramp = new Ramp();
  readonly #bed: FireBed;
  readonly #crackles: FireCrackles;
  readonly #grains: GrainBuffer;
  readonly #nearLeft = new Float64Array(BLOCK_FRAMES);
  readonly #nearRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#flames = new SmoothParam("flames", sampleRate);
    this.#bed = new FireBed(seed, sampleRate);
    this.#crackles = new FireCrackles(seedFor(seed, "fire/crackles"), sampleRate);
    this.#grains = new GrainBuffer(CRACKLE_SECONDS, sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#bed.reset();
    this.#grains.reset();
    const blocks = Math.ceil((CRACKLE_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#split(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#flames.read(paramAt, frame);
    this.#flamesGain.from = dbToGain(FLAMES_DB.least + FLAMES_DB.rise * this.#flames.from);
    this.#flamesGain.to = dbToGain(FLAMES_DB.least + FLAMES_DB.rise * this.#flames.to);
    this.#bed.render(left, right, frame, this.#flamesGain);
    this.#split(frame, paramAt);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (this.#nearLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + (this.#nearRight[i] ?? 0);
    }
  }

  /** Lets wood split in the block at `frame`, and takes what is heard in it of all crackles so far. */
  #split(frame: number, paramAt: ParamAt<Name>): void {
    const crackle = paramAt("crackle", frame);
    this.#crackles.gain = CRACKLE_GAIN * dbToGain(CRACKLE_DB.least + CRACKLE_DB.rise * crackle);
    this.#crackles.events.rate =
      (CRACKLE_RATE.least + CRACKLE_RATE.rise * crackle) * paramAt("events", frame);
    this.#crackles.write(this.#grains, frame);
    this.#grains.take(this.#nearLeft, this.#nearRight, frame);
  }
}

/**
 * A wood fire: flames that lap below 200 Hz, wood that hisses, and crackles in clusters of two to eight.
 * @source Lapping, hiss and crackle as three sounds: Farnell, "Designing Sound", 2010.
 * @source Clusters: Neyman and Scott's point process.
 */
export const fire = defineLayer({
  id: "fire",
  family: "nature",
  character: "texture",
  params: {
    flames: { min: 0, max: 1, default: 0.5, unit: "" },
    crackle: { min: 0, max: 1, default: 0.65, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { flames: 0.3, crackle: 0.05 }, lively: { flames: 0.9, crackle: 1 } },
  settings: {
    embers: { flames: 0.28, crackle: 0.08 },
    fireplace: {},
    campfire: { flames: 0.9, crackle: 0.9 },
  },
  loudnessLufs: -35.6,
  prerollSeconds: 0.7,
  memorySeconds: CRACKLE_SECONDS,
  kernel: FireKernel,
});
