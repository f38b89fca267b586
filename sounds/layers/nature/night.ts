import { AirBed } from "../../../src/dsp/air-bed.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { CricketChorus } from "../../../src/dsp/cricket-chorus.ts";
import { Distance } from "../../../src/dsp/distance.ts";
import { FrogPond } from "../../../src/dsp/frog-pond.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { HOOT_SECONDS, LEAST_MEAN_GAP_SECONDS, OwlCalls } from "../../../src/dsp/owl-calls.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";

type Name = "crickets" | "frogs" | "owl" | "air" | "temperatureC" | "events";

const GAIN = { nearCrickets: 0.13, farCrickets: 0.07, frogs: 0.04, owl: 0.065 };
const MALES = { near: 2, far: 7 };
/** Of each kind of frog, where all of them call. */
const FROGS = [0.8, 0.75, 0.3] as const;
/** The owl calls at this mean interval where it is hardly there, and so much more often where it is near, seconds. */
const SELDOM_SECONDS = 90;
const AIR = { cutoffHz: 220, gain: 0.011 };
/** Fields, a wood and a pond behind them. */
const FIELDS = { airHz: 2200, tailSeconds: 1.5, tailDb: 1 };

/** Crickets near by; others, frogs and an owl from afar; the air. */
class NightKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #near: CricketChorus;
  readonly #far: CricketChorus;
  readonly #pond: FrogPond;
  readonly #owlCalls: OwlCalls;
  readonly #nearGrains: GrainBuffer;
  readonly #farGrains: GrainBuffer;
  readonly #fields: Distance;
  readonly #bed: AirBed;
  readonly #farLeft = new Float64Array(BLOCK_FRAMES);
  readonly #farRight = new Float64Array(BLOCK_FRAMES);
  readonly #crickets: SmoothParam<Name>;
  readonly #frogs: SmoothParam<Name>;
  readonly #owl: SmoothParam<Name>;
  readonly #air: SmoothParam<Name>;
  readonly #owlGapAt = (frame: number) =>
    (SELDOM_SECONDS - (SELDOM_SECONDS - LEAST_MEAN_GAP_SECONDS) * this.#paramAt("owl", frame)) /
    this.#paramAt("events", frame);
  readonly #tawny = () => 0;
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const temperatureAt = (frame: number) => this.#paramAt("temperatureC", frame);
    this.#sampleRate = sampleRate;
    this.#near = new CricketChorus(seedFor(seed, "night/near"), sampleRate, temperatureAt);
    this.#far = new CricketChorus(seedFor(seed, "night/far"), sampleRate, temperatureAt);
    this.#pond = new FrogPond(seedFor(seed, "night/pond"), sampleRate, GAIN.frogs);
    this.#owlCalls = new OwlCalls(seedFor(seed, "night/owl"), sampleRate);
    this.#nearGrains = new GrainBuffer(HOOT_SECONDS, sampleRate);
    this.#farGrains = new GrainBuffer(HOOT_SECONDS, sampleRate);
    this.#fields = new Distance(seedFor(seed, "night/fields"), sampleRate, FIELDS);
    this.#bed = new AirBed(seedFor(seed, "night/air"), sampleRate, AIR);
    this.#crickets = new SmoothParam("crickets", sampleRate);
    this.#frogs = new SmoothParam("frogs", sampleRate);
    this.#owl = new SmoothParam("owl", sampleRate);
    this.#air = new SmoothParam("air", sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#near.reset();
    this.#far.reset();
    this.#nearGrains.reset();
    this.#farGrains.reset();
    this.#fields.reset();
    this.#bed.reset();
    const blocks = Math.ceil((HOOT_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#call(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#call(frame, paramAt);
    this.#fields.process(this.#farLeft, this.#farRight, frame);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (this.#farLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + (this.#farRight[i] ?? 0);
    }
    this.#air.read(paramAt, frame);
    this.#bed.add(left, right, frame, this.#air);
  }

  /** Lets everything begin that begins in a block, and takes what is heard in it of all that has begun. */
  #call(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#crickets.read(paramAt, frame);
    this.#frogs.read(paramAt, frame);
    this.#owl.read(paramAt, frame);
    const temperatureC = paramAt("temperatureC", frame);
    this.#near.temperatureC = this.#far.temperatureC = temperatureC;
    this.#near.gain = GAIN.nearCrickets * this.#crickets.from;
    this.#far.gain = GAIN.farCrickets * this.#crickets.from;
    const left = paramAt("events", frame);
    this.#near.males = MALES.near * left;
    this.#far.males = MALES.far * left;
    this.#near.write(this.#nearGrains, frame);
    this.#far.write(this.#farGrains, frame);
    const { amounts } = this.#pond;
    for (let kind = 0; kind < amounts.length; kind++) {
      amounts[kind] = (FROGS[kind] ?? 0) * this.#frogs.from * left;
    }
    this.#pond.write(this.#farGrains, frame);
    this.#owlCalls.gain = GAIN.owl * this.#owl.from;
    this.#owlCalls.write(this.#farGrains, frame, this.#owlGapAt, this.#tawny);
    this.#nearGrains.take(this.left, this.right, frame);
    this.#farGrains.take(this.#farLeft, this.#farRight, frame);
  }
}

/**
 * A summer night: a few crickets near by and many far off, a frog pond and a tawny owl behind the fields, and warm air.
 * @source its voices are those of the layers crickets, frogs and owl
 */
export const night = defineLayer({
  id: "night",
  family: "nature",
  character: "events",
  eventGapSeconds: 0.5,
  params: {
    crickets: { min: 0, max: 1, default: 0.6, unit: "" },
    frogs: { min: 0, max: 1, default: 0.5, unit: "" },
    owl: { min: 0, max: 1, default: 0.5, unit: "" },
    air: { min: 0.3, max: 1, default: 0.7, unit: "" },
    temperatureC: { min: 13, max: 28, default: 20, unit: "C" },
    events: EVENTS,
  },
  macro: {
    calm: { crickets: 0.25, frogs: 0.15, owl: 0.3, temperatureC: 15 },
    lively: { crickets: 0.75, frogs: 0.85, owl: 0.7, temperatureC: 26 },
  },
  settings: {
    "still-night": { crickets: 0.3, frogs: 0, owl: 0.6, temperatureC: 15 },
    "by-the-pond": { crickets: 0.4, frogs: 0.9 },
    "warm-night": { crickets: 0.8, frogs: 0.3, temperatureC: 27 },
  },
  loudnessLufs: -28.0,
  prerollSeconds: 1.7,
  memorySeconds: HOOT_SECONDS,
  kernel: NightKernel,
});
