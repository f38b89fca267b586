import { Biquad, bandPass } from "./biquad.ts";
import { dbToGain } from "./db.ts";
import { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random } from "./random.ts";
import { Weather } from "./weather.ts";

/** Small drops per second at intensity 0, and how many times more at 1. */
const RATE = { light: 400, rise: 15 };
const HIGHEST_RATE = 6000;
const GAIN_DEVIATION_DB = 4;
const GAIN_MOST_DB = 5.5;
/** A small drop's tick: an impulse through a broad resonance. */
const TICK_HZ = 6500;
const TICK_Q = 1;
/** Wind throws the drops in handfuls: how far their level wavers, dB, and how slowly, seconds. */
const FLUTTER_DB = 1.5;
const FLUTTER_SECONDS = { slowest: 2, fastest: 0.1 };

/**
 * The middle distance of rain: small drops, too many to be told apart and too few to run together, each a tick of a
 * tenth of a millisecond.
 */
export class RainPatter {
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #events: PoissonEvents;
  readonly #random = new Random();
  readonly #flutter: Weather;
  readonly #ticks: GrainBuffer;
  readonly #tick: Float64Array;
  readonly #left: Biquad;
  readonly #right: Biquad;
  readonly #blockLeft = new Float64Array(BLOCK_FRAMES);
  readonly #blockRight = new Float64Array(BLOCK_FRAMES);

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#events = new PoissonEvents(seed, HIGHEST_RATE, sampleRate);
    this.#flutter = new Weather(seed, FLUTTER_SECONDS.slowest, FLUTTER_SECONDS.fastest);
    this.#ticks = new GrainBuffer(0, sampleRate);
    // An impulse keeps its area at any rate.
    this.#tick = Float64Array.of(sampleRate / 48_000);
    const resonance = bandPass(TICK_HZ, TICK_Q, sampleRate);
    this.#left = new Biquad(resonance);
    this.#right = new Biquad(resonance);
  }

  reset(): void {
    this.#ticks.reset();
    this.#left.reset();
    this.#right.reset();
  }

  /** Adds the block that begins at `frame`. @param intensity 0 (400 drops/s) .. 1 (6000) */
  add(left: Float64Array, right: Float64Array, frame: number, intensity: number, gain: number): void {
    const random = this.#random;
    const block = frame / BLOCK_FRAMES;
    const kept = (RATE.light * RATE.rise ** intensity) / HIGHEST_RATE;
    const level = gain * dbToGain(FLUTTER_DB * this.#flutter.at(frame / this.#sampleRate));
    const count = this.#events.draw(block);
    random.seed(this.#seed, block, 1);
    for (let i = 0; i < count; i++) {
      if ((this.#events.rank[i] ?? 1) >= kept) continue;
      const size = dbToGain(Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * random.normal()));
      const sign = random.unit() < 0.5 ? -1 : 1;
      this.#ticks.add(
        this.#tick,
        1,
        frame + (this.#events.offset[i] ?? 0),
        sign * level * size,
        random.signed(),
      );
    }
    this.#ticks.take(this.#blockLeft, this.#blockRight, frame);
    this.#left.process(this.#blockLeft);
    this.#right.process(this.#blockRight);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (this.#blockLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + (this.#blockRight[i] ?? 0);
    }
  }
}
