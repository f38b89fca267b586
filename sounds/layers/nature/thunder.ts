import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { Distance } from "../../../src/dsp/distance.ts";
import { EventSlots } from "../../../src/dsp/event-slots.ts";
import { HalfRate } from "../../../src/dsp/half-rate.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { ROLL_SECONDS, ThunderRoll } from "../../../src/dsp/thunder-roll.ts";

type Name = "distance" | "often" | "events";

const GAP_SECONDS = { least: 45, most: 240 };
/** Part of the rolls that are heard when it thunders least. */
const SELDOM = 0.5;
/** Hills and clouds: what they leave of the highs, and how long they answer. */
const LAND = { airHz: 700, tailSeconds: 2.5, tailDb: -3 };

class ThunderKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #slots: EventSlots;
  readonly #roll: ThunderRoll;
  /** All of it lies below 1 kHz. */
  readonly #half = new HalfRate();
  readonly #land: Distance;
  readonly #distance: SmoothParam<Name>;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    const longest = ROLL_SECONDS + BLOCK_FRAMES / sampleRate;
    this.#slots = new EventSlots(seedFor(seed, "thunder/slots"), GAP_SECONDS, longest);
    this.#roll = new ThunderRoll(seedFor(seed, "thunder/roll"), sampleRate);
    this.#land = new Distance(seedFor(seed, "thunder/land"), sampleRate, LAND);
    this.#distance = new SmoothParam("distance", sampleRate);
  }

  protected start(): void {
    this.#rest();
    this.#land.reset();
  }

  #rest(): void {
    this.#roll.reset();
    this.#half.reset();
    this.left.fill(0);
    this.right.fill(0);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    const { left: halfLeft, right: halfRight } = this.#half;
    halfLeft.fill(0);
    halfRight.fill(0);
    this.#distance.read(paramAt, frame);
    const seconds = frame / this.#sampleRate;
    const found = this.#slots.find(seconds - ROLL_SECONDS, seconds + BLOCK_FRAMES / this.#sampleRate);
    let sounding = false;
    for (let i = 0; i < found; i++) {
      const begin = this.#slots.startSeconds[i] ?? 0;
      const beginFrame = Math.round(begin * this.#sampleRate);
      const heard = SELDOM + (1 - SELDOM) * paramAt("often", beginFrame);
      if ((this.#slots.rank[i] ?? 1) >= heard * paramAt("events", beginFrame)) continue;
      this.#roll.nearness = 1 - this.#distance.from;
      this.#roll.since = seconds - begin;
      this.#roll.add(halfLeft, halfRight, frame, this.#slots.slot[i] ?? 0);
      sounding = true;
    }
    // The next roll begins from rest, whether this kernel was there for the last one or not.
    if (sounding) this.#half.double(left, right);
    else this.#rest();
    this.#land.process(left, right, frame);
  }
}

/**
 * Thunder from beyond the hills: up to six strikes that arrive after one another, each through its own low band, over a
 * rumble driven into soft limits; no crack, two seconds or more to come, and a long answer from the land.
 * @source Strikes, rumble and echo: Farnell, "Designing Sound", 2010.
 * @source Distant thunder lies between 100 and 400 Hz, and what sleep allows: the project's sound specification.
 */
export const thunder = defineLayer({
  id: "thunder",
  family: "nature",
  character: "events",
  eventGapSeconds: (GAP_SECONDS.least + GAP_SECONDS.most) / 2,
  params: {
    distance: { min: 0, max: 1, default: 0.6, unit: "" },
    often: { min: 0, max: 1, default: 1, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { distance: 1, often: 0 }, lively: { distance: 0.25 } },
  settings: {
    "after-the-storm": { distance: 0.95, often: 0.3 },
    "summer-evening": {},
    "coming-closer": { distance: 0.2 },
  },
  loudnessLufs: -25.5,
  prerollSeconds: 3.5,
  memorySeconds: ROLL_SECONDS,
  kernel: ThunderKernel,
});
