import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";

const MOST_IN_BLOCK = 16;

/** Read block by block; a `PlannedPhase` is one. */
export interface BeatClock {
  /** Turns at the first frame of the block that was read last; they grow with the frame. */
  readonly total: number;
  read(frame: number): void;
}

/**
 * Events that come once in each turn of a clock, each a little early or late: heartbeats, pulses of a purr, joints of a
 * track. The clock may follow a plan; events are a function of (seed, clock), whatever came before.
 */
export class BeatEvents {
  /** Number of each event found: its turn of the clock. */
  readonly beat = new Float64Array(MOST_IN_BLOCK);
  /** Frame of each event inside the block, 0 <= offset < 128. */
  readonly offset = new Float64Array(MOST_IN_BLOCK);
  /** Events pass so many turns after the clock's: set it before they are found. */
  delayTurns = 0;
  /** The clock at the first frame of the block, and of the next one. */
  from = 0;
  to = 0;
  readonly #seed: number;
  readonly #jitter: number;
  readonly #clock: BeatClock;
  #nextFrame = Number.NaN;

  /**
   * @param intervalDeviation standard deviation of the time between two events, in turns; below 0.2
   */
  constructor(seed: number, intervalDeviation: number, clock: BeatClock) {
    this.#seed = seed;
    // An interval has the difference of two jitters; a triangular one of half-width w has the deviation w / sqrt 6.
    this.#jitter = intervalDeviation * Math.sqrt(6 / 2);
    this.#clock = clock;
  }

  /** Forgets where it was. */
  reset(): void {
    this.#nextFrame = Number.NaN;
  }

  /** Turns to the block that begins at `frame`. */
  read(frame: number): void {
    if (frame !== this.#nextFrame) this.#readTo(frame);
    this.from = this.to;
    this.#nextFrame = frame + BLOCK_FRAMES;
    this.#readTo(this.#nextFrame);
  }

  /** Finds the block's events. @returns how many there are, in `beat` and `offset` */
  find(): number {
    const from = this.from - this.delayTurns;
    const to = this.to - this.delayTurns;
    let count = 0;
    for (let beat = Math.floor(from - this.#jitter); beat <= to + this.#jitter; beat++) {
      const at = beat + this.#jitterOf(beat);
      if (at < from || at >= to || count === MOST_IN_BLOCK) continue;
      this.beat[count] = beat;
      this.offset[count] = ((at - from) / (to - from)) * BLOCK_FRAMES;
      count++;
    }
    return count;
  }

  #readTo(frame: number): void {
    this.#clock.read(frame);
    this.to = this.#clock.total;
  }

  #jitterOf(beat: number): number {
    return this.#jitter * (hashUnit(this.#seed, beat, 1) + hashUnit(this.#seed, beat, 2) - 1);
  }
}
