import { Biquad, BUTTERWORTH_Q, highPass } from "../../../src/dsp/biquad.ts";
import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BubblePlace, longestBubbleSeconds } from "../../../src/dsp/bubble-place.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { NoiseBand } from "../../../src/dsp/noise-band.ts";
import { Ramp } from "../../../src/dsp/ramp.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "flow" | "size" | "events";

/** Where the water gurgles, -1 left .. 1 right. */
const PLACES = [-0.7, -0.35, 0, 0.3, 0.65] as const;
/** Bubbles per second, all places together, at flow 0, and how many times more at 1. */
const BUBBLE_RATE = { least: 200, rise: 4 };
/** A place has so many times more bubbles for a deviation of its own weather. */
const SURGE = 1.3;
const SURGE_SECONDS = { slowest: 8, fastest: 0.25 };
const HIGHEST_PLACE_RATE = 400;
/** Water is the same at any scale: deeper water has larger bubbles. */
const SCALE = { least: 0.3, rise: 2.4 };
const BUBBLE_GAIN = 0.1;
/** Shallow water sends nothing lower than this, Hz. */
const LOWEST_HZ = 600;
/** The water between the places: a band of noise, turbulent by so many dB. */
const BED_HZ = { low: 1000, high: 4500 };
const BED_GAIN = 0.032;
const BED_DB = { least: -4.5, rise: 9, turbulence: 1 };
const TURBULENCE_SECONDS = { slowest: 0.1, fastest: 0.012 };

class StreamKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #flow: SmoothParam<Name>;
  readonly #bed: NoiseBand;
  readonly #bedGain: Ramp = new Ramp();
  readonly #highPass: readonly [Biquad, Biquad];
  readonly #turbulence: Weather;
  readonly #places: readonly {
    readonly bubbles: BubblePlace;
    readonly surge: Weather;
  }[];
  readonly #grains: GrainBuffer;
  readonly #longestSeconds = longestBubbleSeconds(SCALE.least * SCALE.rise);
  readonly #nearLeft = new Float64Array(BLOCK_FRAMES);
  readonly #nearRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#flow = new SmoothParam("flow", sampleRate);
    const shallow = highPass(LOWEST_HZ, BUTTERWORTH_Q, sampleRate);
    this.#highPass = [new Biquad(shallow), new Biquad(shallow)];
    this.#bed = new NoiseBand(seedFor(seed, "stream/bed"), BED_HZ, sampleRate);
    this.#turbulence = new Weather(
      seedFor(seed, "stream/turbulence"),
      TURBULENCE_SECONDS.slowest,
      TURBULENCE_SECONDS.fastest,
    );
    this.#grains = new GrainBuffer(this.#longestSeconds, sampleRate);
    this.#places = PLACES.map((pan, index) => {
      const own = seedFor(seed, `stream/place ${index}`);
      const bubbles = new BubblePlace(own, HIGHEST_PLACE_RATE, SCALE.least * SCALE.rise, sampleRate);
      bubbles.gain = BUBBLE_GAIN;
      bubbles.pan = pan;
      return {
        bubbles,
        surge: new Weather(own, SURGE_SECONDS.slowest, SURGE_SECONDS.fastest),
      };
    });
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#bed.reset();
    for (const filter of this.#highPass) filter.reset();
    this.#grains.reset();
    const blocks = Math.ceil((this.#longestSeconds * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#gurgle(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#flow.read(paramAt, frame);
    this.#turbulence.read(frame, this.#sampleRate);
    this.#bedGain.from = bedGain(this.#flow.from, this.#turbulence.from);
    this.#bedGain.to = bedGain(this.#flow.to, this.#turbulence.to);
    this.#bed.render(left, right, frame, this.#bedGain);
    this.#highPass[0].process(left);
    this.#highPass[1].process(right);
    this.#gurgle(frame, paramAt);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (this.#nearLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + (this.#nearRight[i] ?? 0);
    }
  }

  /** Lets bubbles form in the block at `frame`, and takes what is heard in it of all bubbles so far. */
  #gurgle(frame: number, paramAt: ParamAt<Name>): void {
    const rate = (BUBBLE_RATE.least * BUBBLE_RATE.rise ** paramAt("flow", frame)) / PLACES.length;
    const left = paramAt("events", frame);
    const scale = SCALE.least * SCALE.rise ** paramAt("size", frame);
    for (let i = 0; i < this.#places.length; i++) {
      const place = this.#places[i];
      if (!place) continue;
      const { bubbles, surge } = place;
      surge.read(frame, this.#sampleRate);
      bubbles.rate = rate * SURGE ** surge.from * left;
      bubbles.scale = scale;
      bubbles.write(this.#grains, frame);
    }
    this.#grains.take(this.#nearLeft, this.#nearRight, frame);
  }
}

function bedGain(flow: number, turbulence: number): number {
  return BED_GAIN * dbToGain(BED_DB.least + BED_DB.rise * flow + BED_DB.turbulence * turbulence);
}

/**
 * A stream over stones: five places where bubbles form and ring, a hundred to eight hundred a second in all, over a soft
 * band of noise.
 * @source Bubbles: Minnaert's pitch 3 / r; damping and loudness: van den Doel, "Physically based models for liquid
 * sounds", 2005.
 * @source Water sounds are the same at any scale: Geffen et al., "Auditory perception of self-similarity in water
 * sounds", 2011.
 */
export const stream = defineLayer({
  id: "stream",
  family: "nature",
  character: "texture",
  params: {
    flow: { min: 0, max: 1, default: 0.5, unit: "" },
    size: { min: 0, max: 1, default: 0.5, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { flow: 0.15, size: 0.7 }, lively: { flow: 0.9, size: 0.4 } },
  settings: {
    trickle: { flow: 0.1, size: 0.2 },
    brook: {},
    river: { flow: 0.9, size: 0.9 },
  },
  loudnessLufs: -21.2,
  prerollSeconds: 0.7,
  memorySeconds: 0.5,
  kernel: StreamKernel,
});
