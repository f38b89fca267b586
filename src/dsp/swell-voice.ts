import { BLOCK_FRAMES } from "./layer.ts";
import { WAVE_SECONDS } from "./wave-sets.ts";

/** Body when the lungs are full: that of a middling natural wave. */
const FULLEST = 0.75;
const FOAM_DECAY_SECONDS = 3;
const TAP_SECONDS = 0.25;
const TAPS = Math.floor(WAVE_SECONDS / TAP_SECONDS);
const FOAM_WEIGHT = Float64Array.from({ length: TAPS }, (_, tap) => {
  const age = tap * TAP_SECONDS;
  return (
    (2 * TAP_SECONDS * Math.exp(-age / FOAM_DECAY_SECONDS) * (1 - age / WAVE_SECONDS)) / FOAM_DECAY_SECONDS
  );
});
/** Foam changes slowly: it is reckoned at knots so many frames apart and runs straight between them. */
const KNOT_FRAMES = 16 * BLOCK_FRAMES;

type Fullness = (name: "swell", frame: number) => number;

/** A sea that breathes: the body is the breath itself, and foam is left wherever the lungs were lately near full. */
export class SwellVoice {
  /** 0 (lungs empty) .. 1 (a high wave). */
  body = 0;
  /** 0 .. 1. */
  foam = 0;
  readonly #tapFrames: number;
  #knot = Number.NaN;
  #foamFrom = 0;
  #foamTo = 0;

  constructor(sampleRate: number) {
    this.#tapFrames = Math.round(TAP_SECONDS * sampleRate);
  }

  /** Forgets the plan that was read. */
  reset(): void {
    this.#knot = Number.NaN;
  }

  /** Sets `body` and `foam` from the breath's plan. @param fullnessAt breath at a frame, 0 empty .. 1 full */
  read(fullnessAt: Fullness, frame: number): void {
    const knot = Math.floor(frame / KNOT_FRAMES);
    if (knot !== this.#knot) {
      this.#foamFrom = knot === this.#knot + 1 ? this.#foamTo : this.#foamAt(fullnessAt, knot * KNOT_FRAMES);
      this.#foamTo = this.#foamAt(fullnessAt, (knot + 1) * KNOT_FRAMES);
      this.#knot = knot;
    }
    const part = (frame - knot * KNOT_FRAMES) / KNOT_FRAMES;
    this.foam = this.#foamFrom + part * (this.#foamTo - this.#foamFrom);
    this.body = FULLEST * fullnessAt("swell", frame);
  }

  #foamAt(fullnessAt: Fullness, frame: number): number {
    let foam = 0;
    for (let tap = TAPS - 1; tap >= 0; tap--) {
      foam += (FOAM_WEIGHT[tap] ?? 0) * fullnessAt("swell", frame - tap * this.#tapFrames) ** 4;
    }
    return Math.min(1, foam);
  }
}
