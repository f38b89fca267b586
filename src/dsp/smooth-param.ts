import { BLOCK_FRAMES, type ParamAt } from "./layer.ts";

/** Length of the moving average; longer than the 10 ms under which a step of gain is heard as a click. */
const WINDOW_SECONDS = 0.04;

/**
 * One parameter as a moving average over the plan's last 40 ms, so that a step becomes a ramp. It depends on the plan
 * and the frame alone: a kernel that starts here reads what one that came by reads.
 */
export class SmoothParam<Name extends string> {
  /** Value at the first frame of the block. */
  from = 0;
  /** Value at the first frame of the next block. */
  to = 0;
  readonly #name: Name;
  /** The plan at the starts of the last blocks, the oldest first. */
  readonly #window: Float64Array;
  #nextFrame = Number.NaN;

  constructor(name: Name, sampleRate: number) {
    this.#name = name;
    this.#window = new Float64Array(Math.ceil((WINDOW_SECONDS * sampleRate) / BLOCK_FRAMES));
  }

  /** Reads the block that begins at `frame`. */
  read(paramAt: ParamAt<Name>, frame: number): void {
    if (frame !== this.#nextFrame) this.#start(paramAt, frame);
    this.#nextFrame = frame + BLOCK_FRAMES;
    this.from = this.to;
    this.#window.copyWithin(0, 1);
    this.#window[this.#window.length - 1] = paramAt(this.#name, this.#nextFrame);
    this.to = this.#average();
  }

  #start(paramAt: ParamAt<Name>, frame: number): void {
    const last = this.#window.length - 1;
    for (let i = 0; i <= last; i++) this.#window[i] = paramAt(this.#name, frame - (last - i) * BLOCK_FRAMES);
    this.to = this.#average();
  }

  #average(): number {
    let sum = 0;
    for (const value of this.#window) sum += value;
    return sum / this.#window.length;
  }
}
