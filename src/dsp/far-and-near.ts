import { Distance, type Surroundings } from "./distance.ts";
import { BLOCK_FRAMES } from "./layer.ts";

/** A sound heard from somewhere between near by (as it is) and far off (through its surroundings). */
export class FarAndNear {
  readonly #distance: Distance;
  readonly #farthest: number;
  readonly #left = new Float64Array(BLOCK_FRAMES);
  readonly #right = new Float64Array(BLOCK_FRAMES);

  /** @param farthest amplitude from the farthest place: softer, too */
  constructor(seed: number, sampleRate: number, surroundings: Surroundings, farthest = 1) {
    this.#distance = new Distance(seed, sampleRate, surroundings);
    this.#farthest = farthest;
  }

  reset(): void {
    this.#distance.reset();
  }

  /**
   * Moves the block that begins at `frame`, in place.
   * @param away how far off, 0..1, at its first frame and at the next block's
   */
  process(
    left: Float64Array,
    right: Float64Array,
    frame: number,
    { from, to }: { readonly from: number; readonly to: number },
  ): void {
    const farLeft = this.#left;
    const farRight = this.#right;
    farLeft.set(left);
    farRight.set(right);
    this.#distance.process(farLeft, farRight, frame);
    const farthest = this.#farthest;
    const step = (to - from) / BLOCK_FRAMES;
    let far = from;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (1 - far) * (left[i] ?? 0) + far * farthest * (farLeft[i] ?? 0);
      right[i] = (1 - far) * (right[i] ?? 0) + far * farthest * (farRight[i] ?? 0);
      far += step;
    }
  }
}
