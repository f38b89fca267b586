import { BLOCK_FRAMES } from "./layer.ts";

/** Frequencies are read at knots so many frames apart and run straight between them. */
const KNOT_FRAMES = 128 * BLOCK_FRAMES;
/** Turns per knot interval are rounded to multiples of 2^-32, so that sums are exact in any order (error 1e-9 Hz). */
const QUANTUM = 2 ** 32;

/**
 * The phase of an oscillator whose frequency follows a plan, as a function of the absolute frame: turns since frame 0,
 * the exact integral of the frequency through the knots. The phase never steps, whatever the plan does, and a kernel
 * that starts anywhere finds the very phase that one playing from the start has. A start looks at the plan from frame
 * 0 on: a few milliseconds for eight hours.
 */
export class PlannedPhase {
  /** Turns at the first frame of the block, 0 <= turns < 1. */
  turns = 0;
  /** Whole turns from frame 0 to the first frame of the block, negative before (exact up to some 10^6). */
  cycle = 0;
  /** Turns per frame at the first frame of the block. */
  rate = 0;
  /** Turns from frame 0 to the first frame of the block, whole ones too: a clock for events that follow the plan. */
  total = 0;
  /** Change of `rate` per frame: turns at offset i are turns + rate i + slope i^2 / 2. */
  slope = 0;
  readonly #sampleRate: number;
  readonly #hzAt: (frame: number) => number;
  readonly #startTurns: number;
  #knot = Number.NaN;
  #knotTurns = 0;
  #knotCycle = 0;
  #fromHz = 0;
  #toHz = 0;

  /**
   * @param hzAt planned frequency at an absolute frame, Hz
   * @param startTurns phase at frame 0
   */
  constructor(sampleRate: number, hzAt: (frame: number) => number, startTurns: number) {
    this.#startTurns = Math.round(startTurns * QUANTUM) / QUANTUM;
    this.#sampleRate = sampleRate;
    this.#hzAt = hzAt;
  }

  /** Forgets where it was: the next block integrates from frame 0 again. */
  reset(): void {
    this.#knot = Number.NaN;
  }

  /** Sets the members for the block that begins at `frame`. */
  read(frame: number): void {
    const knot = Math.floor(frame / KNOT_FRAMES);
    // The way from one knot to the next stands here, since what is called seldom is never compiled, and leaves garbage.
    if (knot === this.#knot + 1) {
      const next =
        this.#knotTurns +
        Math.round(((0.5 * (this.#fromHz + this.#toHz) * KNOT_FRAMES) / this.#sampleRate) * QUANTUM) /
          QUANTUM;
      const wholeNext = Math.floor(next);
      this.#knotTurns = next - wholeNext;
      this.#knotCycle += wholeNext;
      this.#knot = knot;
      this.#fromHz = this.#toHz;
      this.#toHz = this.#hzAt((knot + 1) * KNOT_FRAMES);
    } else if (knot !== this.#knot) this.#seek(knot);
    const into = frame - knot * KNOT_FRAMES;
    this.slope = (this.#toHz - this.#fromHz) / this.#sampleRate / KNOT_FRAMES;
    const fromRate = this.#fromHz / this.#sampleRate;
    this.rate = fromRate + this.slope * into;
    const turns = this.#knotTurns + fromRate * into + 0.5 * this.slope * into * into;
    const whole = Math.floor(turns);
    this.turns = turns - whole;
    this.cycle = this.#knotCycle + whole;
    this.total = this.cycle + this.turns;
  }

  #seek(knot: number): void {
    this.#enter(Math.min(0, knot), this.#startTurns, 0);
    while (this.#knot < Math.max(0, knot)) this.read((this.#knot + 1) * KNOT_FRAMES);
    // Before the night's first frame: the turns up to zero are still to come.
    if (knot < 0) this.#enter(knot, 2 * this.#startTurns - this.#knotTurns, -this.#knotCycle);
  }

  #enter(knot: number, turns: number, cycle: number): void {
    this.#knot = knot;
    this.#setTurns(turns, cycle);
    this.#fromHz = this.#hzAt(knot * KNOT_FRAMES);
    this.#toHz = this.#hzAt((knot + 1) * KNOT_FRAMES);
  }

  #setTurns(turns: number, cycle: number): void {
    const whole = Math.floor(turns);
    this.#knotTurns = turns - whole;
    this.#knotCycle = cycle + whole;
  }
}
