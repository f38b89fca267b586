import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";

const MOST_IN_BLOCK = 16;

/**
 * Events that come once in each turn of a clock, each a little early or late: heartbeats, pulses of a purr, joints of a
 * track. The clock may follow a plan; events are a function of (seed, clock), whatever came before.
 */
export class BeatEvents {
  /** Number of each event found: its turn of the clock. */
  readonly beat = new Float64Array(MOST_IN_BLOCK);
  /** Frame of each event inside the block, 0 <= offset < 128. */
  readonly offset = new Float64Array(MOST_IN_BLOCK);
  /** The clock at the first frame of the block, and of the next one. */
  from = 0;
  to = 0;
  readonly #seed: number;
  readonly #jitter: number;
  readonly #turnsAt: (frame: number) => number;
  #nextFrame = Number.NaN;

  /**
   * @param intervalDeviation standard deviation of the time between two events, in turns; below 0.2
   * @param turnsAt the clock: turns at the first frame of a block, growing with the frame
   */
  constructor(seed: number, intervalDeviation: number, turnsAt: (frame: number) => number) {
    this.#seed = seed;
    // An interval has the difference of two jitters; a triangular one of half-width w has the deviation w / sqrt 6.
    this.#jitter = intervalDeviation * Math.sqrt(6 / 2);
    this.#turnsAt = turnsAt;
  }

  /** Forgets where it was. */
  reset(): void {
    this.#nextFrame = Number.NaN;
  }

  /** Turns to the block that begins at `frame`. */
  read(frame: number): void {
    this.from = frame === this.#nextFrame ? this.to : this.#turnsAt(frame);
    this.#nextFrame = frame + BLOCK_FRAMES;
    this.to = this.#turnsAt(this.#nextFrame);
  }

  /**
   * Finds the block's events, for something that passes `delayTurns` after the clock's turn.
   * @returns how many there are, in `beat` and `offset`
   */
  find(delayTurns = 0): number {
    const from = this.from - delayTurns;
    const to = this.to - delayTurns;
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

  #jitterOf(beat: number): number {
    return this.#jitter * (hashUnit(this.#seed, beat, 1) + hashUnit(this.#seed, beat, 2) - 1);
  }
}
