import { BLOCK_FRAMES } from "./layer.ts";
import type { PlannedPhase } from "./planned-phase.ts";

const TAU = 2 * Math.PI;

/**
 * A block of a sine whose phase follows a plan. A pointer is set to the phase at the block's first frame and turned from
 * frame to frame, its turn by the plan's slope: within rounding (-290 dB) the sine of each frame's phase, at a fifth of the
 * cost.
 */
export class TurningTone {
  /** The block's samples, -1..1. */
  readonly samples = new Float64Array(BLOCK_FRAMES);

  /** Writes the block that `phase` was read for. */
  render(phase: PlannedPhase): void {
    const { turns, rate, slope } = phase;
    let sin = Math.sin(TAU * turns);
    let cos = Math.cos(TAU * turns);
    let turnSin = Math.sin(TAU * (rate + 0.5 * slope));
    let turnCos = Math.cos(TAU * (rate + 0.5 * slope));
    const bendSin = Math.sin(TAU * slope);
    const bendCos = Math.cos(TAU * slope);
    const samples = this.samples;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      samples[i] = sin;
      const nextSin = sin * turnCos + cos * turnSin;
      cos = cos * turnCos - sin * turnSin;
      sin = nextSin;
      const nextTurnSin = turnSin * bendCos + turnCos * bendSin;
      turnCos = turnCos * bendCos - turnSin * bendSin;
      turnSin = nextTurnSin;
    }
  }
}
