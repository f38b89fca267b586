import { WAVE_SECONDS } from "./wave-sets.ts";

/** Body when the lungs are full: that of a middling natural wave. */
const FULLEST = 0.75;
const FOAM_DECAY_SECONDS = 3;
const TAP_SECONDS = 0.25;
const TAPS = Math.floor(WAVE_SECONDS / TAP_SECONDS);
const FOAM_WEIGHT = Float64Array.from({ length: TAPS }, (_, tap) => {
  const age = tap * TAP_SECONDS;
  return Math.exp(-age / FOAM_DECAY_SECONDS) * (1 - age / WAVE_SECONDS);
});

/** A sea that breathes: the body is the breath itself, and foam is left wherever the lungs were lately near full. */
export class SwellVoice {
  /** 0 (lungs empty) .. 1 (full). */
  body = 0;
  /** 0 .. 1. */
  foam = 0;
  readonly #tapFrames: number;

  constructor(sampleRate: number) {
    this.#tapFrames = Math.round(TAP_SECONDS * sampleRate);
  }

  /** Sets `body` and `foam` from the breath's plan. @param fullnessAt breath at a frame, 0 empty .. 1 full */
  read(fullnessAt: (name: "swell", frame: number) => number, frame: number): void {
    let foam = 0;
    for (let tap = TAPS - 1; tap >= 0; tap--) {
      const full = fullnessAt("swell", frame - tap * this.#tapFrames);
      foam += (FOAM_WEIGHT[tap] ?? 0) * full ** 4;
    }
    const body = fullnessAt("swell", frame);
    this.body = FULLEST * body;
    this.foam = Math.min(1, (foam * TAP_SECONDS) / FOAM_DECAY_SECONDS / 0.5);
  }
}
