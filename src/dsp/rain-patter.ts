import { Biquad, bandPass } from "./biquad.ts";
import { dbToGain } from "./db.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random } from "./random.ts";
import { Weather } from "./weather.ts";

/** Small drops per second at intensity 0, and how many times more at 1. */
const RATE = { light: 400, rise: 15 };
const HIGHEST_RATE = 6000;
/** A drop's level scatters so widely about the mean, dB, and is held below it: most are equal, none stands out, a few are softer. */
const GAIN_DEVIATION_DB = 4;
const GAIN_MOST_DB = -3;
/** A small drop's tick: the answer of a broad resonance to an impulse, over after seven decay times. */
const TICK_HZ = 6500;
const TICK_Q = 1;
const TICK_SECONDS = (7 * 2 * TICK_Q) / (2 * Math.PI * TICK_HZ);
/** Wind throws the drops in handfuls: how far their level wavers, dB, and how slowly, seconds. */
const FLUTTER_DB = 3;
/** No handful is more than so many deviations over the rest. */
const FLUTTER_MOST = 1.5;
const FLUTTER_SECONDS = { slowest: 2, fastest: 0.1 };

/**
 * The middle distance of rain: small drops, too many to be told apart and too few to run together, each a tick of a
 * tenth of a millisecond.
 */
export class RainPatter {
  /** 0 (400 drops/s) .. 1 (6000). */
  intensity = 0;
  gain = 1;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #events: PoissonEvents;
  readonly #random = new Random();
  readonly #flutter: Weather;
  readonly #tick: Float64Array;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#events = new PoissonEvents(seed, HIGHEST_RATE, sampleRate);
    this.#flutter = new Weather(seed, FLUTTER_SECONDS.slowest, FLUTTER_SECONDS.fastest);
    this.#tick = new Float64Array(Math.ceil(TICK_SECONDS * sampleRate));
    // An impulse keeps its area at any rate.
    this.#tick[0] = sampleRate / 48_000;
    new Biquad(bandPass(TICK_HZ, TICK_Q, sampleRate)).process(this.#tick);
  }

  /** Writes the ticks that begin in the block at `frame`. */
  write(into: GrainBuffer, frame: number): void {
    const random = this.#random;
    const block = frame / BLOCK_FRAMES;
    const kept = (RATE.light * RATE.rise ** this.intensity) / HIGHEST_RATE;
    this.#flutter.read(frame, this.#sampleRate);
    const flutter = Math.min(FLUTTER_MOST, this.#flutter.from);
    const level = this.gain * dbToGain(FLUTTER_DB * flutter);
    const count = this.#events.draw(block);
    random.seed(this.#seed, block, 1);
    for (let i = 0; i < count; i++) {
      if ((this.#events.rank[i] ?? 1) >= kept) continue;
      const size = dbToGain(Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * random.normal()));
      const sign = random.unit() < 0.5 ? -1 : 1;
      const at = frame + (this.#events.offset[i] ?? 0);
      into.place(at, sign * level * size, random.signed());
      into.write(this.#tick, this.#tick.length);
    }
  }
}
