import { BLOCK_FRAMES } from "./layer.ts";
import { OnePole } from "./one-pole.ts";
import { isSilent, ScatteredTail } from "./scattered-tail.ts";

/** Any: it is the same room each night. */
const SEED = 1;
/** Sound specification, section 4: a reverberation time of 0.8-1.5 s, 20 dB below the voice, nothing bright. */
const TAIL = { stages: 11, seconds: 1, db: -20 };
const WALLS_HZ = 5000;
/** What the room begins with, after the direct sound, seconds. */
const PREDELAY_SECONDS = 0.012;

/**
 * The small soft room that a narrator speaks in: what comes back from its walls, without the voice itself. 2048 echoes in
 * each ear, different ones; no feedback, so that it is the same from any start, and quite silent when it is over.
 */
export class Room {
  readonly #walls: readonly [OnePole, OnePole];
  readonly #tail: ScatteredTail;
  readonly #predelay: number;
  readonly #lines: readonly [Float64Array, Float64Array];
  readonly #mask: number;
  readonly #left = new Float64Array(BLOCK_FRAMES);
  readonly #right = new Float64Array(BLOCK_FRAMES);
  readonly #wetLeft = new Float64Array(BLOCK_FRAMES);
  readonly #wetRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number) {
    this.#walls = [new OnePole(WALLS_HZ, sampleRate), new OnePole(WALLS_HZ, sampleRate)];
    this.#tail = new ScatteredTail(SEED, sampleRate, TAIL);
    this.#predelay = Math.round(PREDELAY_SECONDS * sampleRate);
    const size = 2 ** Math.ceil(Math.log2(this.#predelay + BLOCK_FRAMES));
    this.#lines = [new Float64Array(size), new Float64Array(size)];
    this.#mask = size - 1;
  }

  /**
   * Writes what the room answers to whole blocks (2 x a multiple of 128 frames).
   * @param frame of the first sample: what is handed over follows on what was before
   */
  process(
    left: Float32Array,
    right: Float32Array,
    outLeft: Float32Array,
    outRight: Float32Array,
    frame: number,
  ): void {
    for (let at = 0; at < left.length; at += BLOCK_FRAMES) {
      this.#delay(left, at, this.#lines[0], this.#left, frame);
      this.#delay(right, at, this.#lines[1], this.#right, frame);
      this.#answer(outLeft, outRight, at, frame);
    }
  }

  /** Writes one block from `at` on, from what the walls hear. */
  #answer(outLeft: Float32Array, outRight: Float32Array, at: number, frame: number): void {
    if (this.#tail.isEmpty() && isSilent(this.#left, this.#right)) {
      outLeft.fill(0, at, at + BLOCK_FRAMES);
      outRight.fill(0, at, at + BLOCK_FRAMES);
      return;
    }
    const wetLeft = this.#wetLeft.fill(0);
    const wetRight = this.#wetRight.fill(0);
    this.#walls[0].process(this.#left);
    this.#walls[1].process(this.#right);
    this.#tail.add(wetLeft, wetRight, this.#left, this.#right, frame + at);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      outLeft[at + i] = wetLeft[i] ?? 0;
      outRight[at + i] = wetRight[i] ?? 0;
    }
  }

  #delay(input: Float32Array, at: number, line: Float64Array, out: Float64Array, frame: number): void {
    const mask = this.#mask;
    const now = frame + at;
    const from = now - this.#predelay;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      line[(now + i) & mask] = input[at + i] ?? 0;
      out[i] = line[(from + i) & mask] ?? 0;
    }
  }
}
