import type { ParamAt } from "./layer.ts";

/** Length of the moving average; longer than the 10 ms under which a step of gain is heard as a click. */
const WINDOW_SECONDS = 0.04;
const TAPS = 8;

/**
 * One parameter, read once per block as a moving average over the plan's last 40 ms, so that a step becomes a ramp.
 * It depends on the plan and the frame alone: a kernel that starts here reads what one that came by reads.
 */
export class SmoothParam<Name extends string> {
  /** Value at the first frame of the block. */
  from = 0;
  /** Value at the first frame of the next block. */
  to = 0;
  readonly #name: Name;
  readonly #spacing: number;
  #toFrame = Number.NaN;

  constructor(name: Name, sampleRate: number) {
    this.#name = name;
    this.#spacing = Math.round((WINDOW_SECONDS * sampleRate) / TAPS);
  }

  /** Reads the block of `frames` frames that begins at `frame`. */
  read(paramAt: ParamAt<Name>, frame: number, frames: number): void {
    this.from = frame === this.#toFrame ? this.to : this.#average(paramAt, frame);
    this.#toFrame = frame + frames;
    this.to = this.#average(paramAt, this.#toFrame);
  }

  #average(paramAt: ParamAt<Name>, frame: number): number {
    let sum = 0;
    for (let tap = TAPS - 1; tap >= 0; tap--) sum += paramAt(this.#name, frame - tap * this.#spacing);
    return sum / TAPS;
  }
}
