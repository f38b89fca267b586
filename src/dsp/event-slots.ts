import { hashBits, hashUnit } from "./hash.ts";

/** Steps of the golden ratio spread ranks evenly, so that a part of the events, too, comes at nearly even distances. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Part of a slot by which its ends may be missed through rounding. */
const MARGIN = 1e-6;

/**
 * Sparse events at irregular times, never closer and never farther apart than two given gaps: one event in each slot
 * of the mean gap, anywhere within a reach of the slot's middle. A function of (seed, time), so that a kernel can ask
 * for the events of any stretch, past ones that still sound among them.
 */
export class EventSlots {
  /** When each event found begins, seconds, in order. */
  readonly startSeconds: Float64Array;
  /** Number of its slot, which may be negative: together with a seed, the source of all that is random about it. */
  readonly slot: Float64Array;
  /**
   * In [0, 1). Keep the events whose rank lies under p and their mean gap grows by 1 / p; they stay nearly even (for
   * p of 0.382 or more, at most three slots apart).
   */
  readonly rank: Float64Array;
  readonly #seed: number;
  readonly #slotSeconds: number;
  readonly #reachSeconds: number;
  readonly #firstRank: number;
  /** The stretch asked for. */
  #from = 0;
  #to = 0;

  /**
   * @param gapSeconds least and greatest time from one event's beginning to the next one's
   * @param longestSeconds longest stretch that will be asked for: how long an event can sound, and a block
   */
  constructor(
    seed: number,
    gapSeconds: { readonly least: number; readonly most: number },
    longestSeconds: number,
  ) {
    const { least, most } = gapSeconds;
    if (!(0 < least && least <= most)) throw new Error(`event slots: gaps of ${least}..${most} s`);
    const capacity = Math.ceil(longestSeconds / least) + 2;
    this.startSeconds = new Float64Array(capacity);
    this.slot = new Float64Array(capacity);
    this.rank = new Float64Array(capacity);
    this.#seed = seed;
    this.#slotSeconds = (least + most) / 2;
    this.#reachSeconds = (most - least) / 4;
    this.#firstRank = hashUnit(seed, 0, 1);
  }

  /**
   * Finds the events that begin at `fromSeconds` or later and before `toSeconds`. So short that it is always inlined: no
   * number it takes goes to the heap.
   * @returns how many there are
   */
  find(fromSeconds: number, toSeconds: number): number {
    this.#from = fromSeconds;
    this.#to = toSeconds;
    return this.#find();
  }

  #find(): number {
    const fromSeconds = this.#from;
    const toSeconds = this.#to;
    // The slots whose events may lie there at all: most often none, so that asking block by block costs little.
    const first = (fromSeconds - this.#reachSeconds) / this.#slotSeconds - 0.5;
    const last = (toSeconds + this.#reachSeconds) / this.#slotSeconds - 0.5 + MARGIN;
    let slot = Math.ceil(first - MARGIN);
    let count = 0;
    for (; slot <= last && count < this.slot.length; slot++) {
      const stray = (hashBits(this.#seed, slot) ^ (1 << 31)) / 2 ** 31;
      const start = (slot + 0.5) * this.#slotSeconds + this.#reachSeconds * stray;
      if (start < fromSeconds || start >= toSeconds) continue;
      const turns = this.#firstRank + slot * GOLDEN;
      this.startSeconds[count] = start;
      this.slot[count] = slot;
      this.rank[count++] = turns - Math.floor(turns);
    }
    return count;
  }
}
