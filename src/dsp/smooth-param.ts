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
  /** How many of the window's last values are the same; where all are, that value is the average. */
  #steadyBlocks = 0;
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
    this.#push(paramAt(this.#name, this.#nextFrame));
  }

  #start(paramAt: ParamAt<Name>, frame: number): void {
    this.#steadyBlocks = 0;
    for (let i = this.#window.length - 1; i >= 0; i--)
      this.#push(paramAt(this.#name, frame - i * BLOCK_FRAMES));
  }

  #push(value: number): void {
    const window = this.#window;
    const last = window.length - 1;
    this.#steadyBlocks = value === window[last] ? this.#steadyBlocks + 1 : 1;
    if (this.#steadyBlocks > last + 1) return;
    window.copyWithin(0, 1);
    window[last] = value;
    this.to = this.#steadyBlocks > last ? value : mean(window);
  }
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}
