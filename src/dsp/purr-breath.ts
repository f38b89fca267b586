import { hashBits, hashUnit } from "./hash.ts";
import { PlannedPhase } from "./planned-phase.ts";

/** The border between two breath phases strays by this part of a breath either way. */
const JITTER = 0.07;
/** The same in phases, two to a breath, for a random number of 32 bits. */
const STRAY = (2 * JITTER) / 2 ** 31;
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
  /** How strongly air flows, 0..1: softer in than out, and low at the turns. */
  flow = 0;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #phase: PlannedPhase;
  /** The present phase: its number, even in and odd out, and its ends. */
  #half = 0;
  #begin = 0;
  #end = 0;

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
    this.#phase.read(frame);
    const halves = 2 * this.#phase.total;
    // It is seldom that this turns; done here, and not in a function of its own, it leaves hardly any garbage.
    if (!(halves >= this.#begin && halves < this.#end)) {
      let half = Math.floor(halves);
      if (halves < half + STRAY * this.#bits(half)) half--;
      else if (halves >= half + 1 + STRAY * this.#bits(half + 1)) half++;
      this.#half = half;
      this.#begin = half + STRAY * this.#bits(half);
      this.#end = half + 1 + STRAY * this.#bits(half + 1);
    }
    this.isOut = (this.#half & 1) === 1;
    this.passed = (halves - this.#begin) / (this.#end - this.#begin);
    this.hz = this.#phase.rate * this.#sampleRate;
    const swell = Math.min(1, SWELL * Math.sin(Math.PI * this.passed));
    // A smooth step, so that neither end has a corner.
    const highest = this.isOut ? 1 : IN_LEVEL;
    this.flow = TURN_LEVEL + (highest - TURN_LEVEL) * swell * swell * (3 - 2 * swell);
  }

  /** How far the beginning of a phase strays: any whole number from -2^31 to 2^31. */
  #bits(half: number): number {
    return hashBits(this.#seed, half, 2) ^ (1 << 31);
  }
}
