import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { FarAndNear } from "../../../src/dsp/far-and-near.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { HOOT_SECONDS, LEAST_MEAN_GAP_SECONDS, OWL_SPECIES, OwlCalls } from "../../../src/dsp/owl-calls.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "species" | "gapSeconds" | "distance" | "events";

const GAIN = 0.2;
/** From afar it is softer, too: amplitude at the farthest. */
const FARTHEST = 0.92;
/** A wood at night. */
const WOOD = { airHz: 1600, tailSeconds: 1.6, tailDb: -7.5 };

/** Hoots, near and through the wood. */
class OwlKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #owl: OwlCalls;
  readonly #distance: SmoothParam<Name>;
  readonly #grains: GrainBuffer;
  readonly #wood: FarAndNear;
  readonly #gapSecondsAt = (frame: number) =>
    this.#paramAt("gapSeconds", frame) / this.#paramAt("events", frame);
  readonly #speciesAt = (frame: number) => this.#paramAt("species", frame);
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#owl = new OwlCalls(seedFor(seed, "owl"), sampleRate);
    this.#owl.gain = GAIN;
    this.#distance = new SmoothParam("distance", sampleRate);
    this.#grains = new GrainBuffer(HOOT_SECONDS, sampleRate);
    this.#wood = new FarAndNear(seedFor(seed, "owl/trees"), sampleRate, WOOD, FARTHEST);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#grains.reset();
    this.#wood.reset();
    const blocks = Math.ceil((HOOT_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#hoot(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#hoot(frame, paramAt);
    this.#distance.read(paramAt, frame);
    this.#wood.process(left, right, frame, this.#distance);
  }

  #hoot(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#owl.write(this.#grains, frame, this.#gapSecondsAt, this.#speciesAt);
    this.#grains.take(this.left, this.right, frame);
  }
}

/**
 * An owl calls now and then in a wood at night, each time from another tree: soft swelling hoots with their echo among
 * the trees. The tawny owl hoots, pauses for three seconds and ends on a quaver; the great horned owl hoots five times.
 * @source pitches, lengths and pauses of both species' calls as bird guides describe them; the wood is sparse echoes (Golay,
 * "Complementary series", 1961)
 */
export const owl = defineLayer({
  id: "owl",
  family: "nature",
  character: "events",
  eventGapSeconds: 60,
  params: {
    species: { min: 0, max: 1, default: 0, unit: "", choices: OWL_SPECIES },
    gapSeconds: { min: LEAST_MEAN_GAP_SECONDS, max: 90, default: 60, unit: "s" },
    // No nearer: so close by, a hoot would startle.
    distance: { min: 0.25, max: 1, default: 0.7, unit: "" },
    events: EVENTS,
  },
  macro: {
    calm: { gapSeconds: 90, distance: 1 },
    lively: { gapSeconds: LEAST_MEAN_GAP_SECONDS, distance: 0.6 },
  },
  settings: {
    "wood-at-night": {},
    "far-away": { gapSeconds: 85, distance: 1 },
    "horned-owl": { species: 1 },
  },
  loudnessLufs: -23.5,
  prerollSeconds: 1.7,
  memorySeconds: HOOT_SECONDS,
  kernel: OwlKernel,
});
