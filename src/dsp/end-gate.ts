/** From open to shut, seconds: where something still sounds at the end, it goes without a click. */
const SHUT_SECONDS = 0.01;

/**
 * Lets sound through, bit for bit, until a frame, and nothing from 10 ms after it on: the failsafe of a night's end,
 * for whatever the plan before it did.
 */
export class EndGate {
  /** The first frame that is turned down. */
  untilFrame = Number.POSITIVE_INFINITY;
  readonly #shutFrames: number;

  /** @param sampleRate frames per second */
  constructor(sampleRate: number) {
    this.#shutFrames = Math.round(SHUT_SECONDS * sampleRate);
  }

  /** Works on both channels in place. @param frame that of their first sample, absolute */
  process(left: Float32Array, right: Float32Array, frame: number): void {
    if (frame + left.length <= this.untilFrame) return;
    for (let i = 0; i < left.length; i++) {
      const past = frame + i - this.untilFrame;
      if (past < 0) continue;
      const gain = Math.max(0, 1 - past / this.#shutFrames);
      left[i] = gain === 0 ? 0 : gain * (left[i] ?? 0);
      right[i] = gain === 0 ? 0 : gain * (right[i] ?? 0);
    }
  }
}
