import { dbToGain } from "./db.ts";
import { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random } from "./random.ts";

/** Bubbles that burst each second in the thickest foam. */
const HIGHEST_RATE = 3000;
const GAIN_DEVIATION_DB = 5;
const GAIN_MOST_DB = 6;

/** Bursting bubbles of sea foam: impulses on both sides, to be shaped by the foam's filter. */
export class FoamPops {
  /** 0..1, how many bubbles there are. */
  foam = 0;
  gain = 1;
  readonly #seed: number;
  readonly #events: PoissonEvents;
  readonly #random = new Random();
  readonly #pops: GrainBuffer;
  readonly #pop: Float64Array;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#events = new PoissonEvents(seed, HIGHEST_RATE, sampleRate);
    this.#pops = new GrainBuffer(0, sampleRate);
    // An impulse keeps its area at any rate.
    this.#pop = Float64Array.of(sampleRate / 48_000);
  }

  reset(): void {
    this.#pops.reset();
  }

  /** Writes the block that begins at `frame`. */
  render(left: Float64Array, right: Float64Array, frame: number): void {
    const { foam, gain } = this;
    const random = this.#random;
    const block = frame / BLOCK_FRAMES;
    const count = this.#events.draw(block);
    random.seed(this.#seed, block, 1);
    for (let i = 0; i < count; i++) {
      if ((this.#events.rank[i] ?? 1) >= foam) continue;
      const size = gain * dbToGain(Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * random.normal()));
      const sign = random.unit() < 0.5 ? -1 : 1;
      this.#pops.place(frame + (this.#events.offset[i] ?? 0), sign * size, random.signed());
      this.#pops.write(this.#pop, 1);
    }
    this.#pops.take(left, right, frame);
  }
}
