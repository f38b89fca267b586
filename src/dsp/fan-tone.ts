import { BLOCK_FRAMES } from "./layer.ts";
import { PlannedPhase } from "./planned-phase.ts";
import { Weather } from "./weather.ts";

const BLADES = 5;
/** The motor's speed wanders by so much (one deviation), over these times. */
const WANDER = { part: 0.003, slowestSeconds: 20, fastestSeconds: 2.5 };
/** The blade tone and its harmonics, linear: these lie 10-20 dB under the first. */
const HARMONICS = [1, 0.31, 0.2, 0.14, 0.1];

/** What turns in a fan: the tone of its blades, and how they chop the air. */
export class FanTone {
  /** The tone, about -1..1. */
  readonly tone = new Float64Array(BLOCK_FRAMES);
  /** The blades passing by: -1..1 at the blade tone. */
  readonly chop = new Float64Array(BLOCK_FRAMES);
  readonly #phase: PlannedPhase;

  /** @param rpmAt turns of the shaft per minute, by absolute frame */
  constructor(seed: number, sampleRate: number, rpmAt: (frame: number) => number) {
    const wander = new Weather(seed, WANDER.slowestSeconds, WANDER.fastestSeconds);
    const bladeHz = (frame: number) =>
      ((BLADES * rpmAt(frame)) / 60) * (1 + WANDER.part * wander.at(frame / sampleRate));
    this.#phase = new PlannedPhase(sampleRate, bladeHz, 0);
  }

  /** Forgets where it was. */
  reset(): void {
    this.#phase.reset();
  }

  /** Fills `tone` and `chop` for the block that begins at `frame`. */
  render(frame: number): void {
    this.#phase.read(frame);
    const { tone, chop } = this;
    const { turns, rate, slope } = this.#phase;
    // A pointer that turns by the block's mean rate ends where the next block begins.
    const step = 2 * Math.PI * (rate + 0.5 * slope * BLOCK_FRAMES);
    const turnCos = Math.cos(step);
    const turnSin = Math.sin(step);
    let cos = Math.cos(2 * Math.PI * turns);
    let sin = Math.sin(2 * Math.PI * turns);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      // sin((k + 1) a) = 2 cos a sin(k a) - sin((k - 1) a)
      let before = 0;
      let harmonic = sin;
      let sum = 0;
      for (let k = 0; k < HARMONICS.length; k++) {
        sum += (HARMONICS[k] ?? 0) * harmonic;
        const next = 2 * cos * harmonic - before;
        before = harmonic;
        harmonic = next;
      }
      tone[i] = sum;
      chop[i] = cos;
      const turned = cos * turnCos - sin * turnSin;
      sin = sin * turnCos + cos * turnSin;
      cos = turned;
    }
  }
}
