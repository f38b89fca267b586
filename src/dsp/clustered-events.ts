import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random, UNIT } from "./random.ts";

export interface ClusterShape {
  /** Each cluster has so many events, every number equally often. */
  readonly events: { readonly least: number; readonly most: number };
  /** How long after its cluster's beginning an event comes: exponential with this mean, at most so long. Seconds. */
  readonly delaySeconds: { readonly mean: number; readonly most: number };
}

/**
 * Events in clusters (Neyman and Scott): clusters begin at random, and the events of each follow soon after. Drawn per
 * block in which a cluster begins, from (seed, block), so that any stretch can be drawn alone.
 */
export class ClusteredEvents {
  /** Events per second wanted, at most the highest. */
  rate = 0;
  /** Of the events of the clusters drawn last: the frame, absolute, not in order. */
  readonly frame: Float64Array;
  /** Uniform in [-1, 1), the same for all events of a cluster. */
  readonly place: Float64Array;
  /** How many events its cluster has. */
  readonly company: Float64Array;
  readonly #clusters: PoissonEvents;
  readonly #random = new Random();
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #shape: ClusterShape;
  readonly #highestRate: number;

  /** @param highestRate events per second, those of all clusters together */
  constructor(seed: number, highestRate: number, shape: ClusterShape, sampleRate: number) {
    const { least, most } = shape.events;
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#shape = shape;
    this.#highestRate = highestRate;
    this.#clusters = new PoissonEvents(seed, highestRate / (0.5 * (least + most)), sampleRate);
    this.frame = new Float64Array(this.#clusters.offset.length * most);
    this.place = new Float64Array(this.frame.length);
    this.company = new Float64Array(this.frame.length);
  }

  /**
   * Draws the clusters that begin in a block, with all their events into `frame`, `place` and `company`.
   * @returns how many events there are
   */
  draw(block: number): number {
    const random = this.#random;
    const { least, most } = this.#shape.events;
    const { mean, most: latest } = this.#shape.delaySeconds;
    const clusters = this.#clusters.draw(block);
    let count = 0;
    for (let cluster = 0; cluster < clusters; cluster++) {
      if ((this.#clusters.rank[cluster] ?? 1) >= this.rate / this.#highestRate) continue;
      random.seed(this.#seed, block, cluster + 1);
      const begin = block * BLOCK_FRAMES + (this.#clusters.offset[cluster] ?? 0);
      const events = least + Math.floor((most - least + 1) * random.bits() * UNIT);
      const place = 2 * random.bits() * UNIT - 1;
      for (let i = 0; i < events; i++) {
        const delay = Math.min(latest, -mean * Math.log(1 - random.bits() * UNIT));
        this.frame[count] = begin + delay * this.#sampleRate;
        this.company[count] = events;
        this.place[count++] = place;
      }
    }
    return count;
  }
}
