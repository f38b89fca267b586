import { hashUnit } from "./hash.ts";
import { PlannedPhase } from "./planned-phase.ts";

/** The border between two breath phases strays by this part of a breath either way. */
const JITTER = 0.07;
/** Breathing in is so much softer than breathing out, and at the turn between the two hardly anything sounds. */
const IN_LEVEL = 0.75;
const TURN_LEVEL = 0.45;
/** How fast it swells from the turn: the sine of half a phase, so many times, at most 1. */
const SWELL = 2;

/** A sleeping animal's breath: in and out by turns, a little irregular, at a pace that follows a plan. */
export class PurrBreath {
  isOut = false;
  /** Part of the present phase that has passed, 0..1. */
  passed = 0;
  /** Breaths per second. */
  hz = 0;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #phase: PlannedPhase;

  /** @param hzAt breaths per second, by absolute frame */
  constructor(seed: number, sampleRate: number, hzAt: (frame: number) => number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#phase = new PlannedPhase(sampleRate, hzAt, hashUnit(seed, 1));
  }

  /** Forgets where it was. */
  reset(): void {
    this.#phase.reset();
  }

  /** Sets the members for the first frame of a block. */
  read(frame: number): void {
    const halves = 2 * this.#phase.totalAt(frame);
    let half = Math.floor(halves);
    if (halves < this.#border(half)) half--;
    else if (halves >= this.#border(half + 1)) half++;
    const begin = this.#border(half);
    this.isOut = (half & 1) === 1;
    this.passed = (halves - begin) / (this.#border(half + 1) - begin);
    this.hz = this.#phase.rate * this.#sampleRate;
  }

  /** How strongly air flows, 0..1: softer in than out, and low at the turns. */
  get flow(): number {
    const swell = Math.min(1, SWELL * Math.sin(Math.PI * this.passed));
    // A smooth step, so that neither end has a corner.
    const highest = this.isOut ? 1 : IN_LEVEL;
    return TURN_LEVEL + (highest - TURN_LEVEL) * swell * swell * (3 - 2 * swell);
  }

  #border(half: number): number {
    return half + 2 * JITTER * (2 * hashUnit(this.#seed, half, 2) - 1);
  }
}
