import { BLOCK_FRAMES, type ParamAt } from "./layer.ts";

/** Length of the crossfade from one choice to another. */
const FADE_SECONDS = 2;

/**
 * A parameter whose whole numbers stand for choices, as one weight per choice: the part of the plan's last 2 s in
 * which it was chosen. Where the plan steps from one choice to another these two crossfade, whatever lies between them.
 * Like a {@link SmoothParam} it depends on the plan and the frame alone.
 */
export class ChoiceParam<Name extends string> {
  /** Weights at the first frame of the block; they add up to 1. */
  readonly from: Float64Array;
  /** Weights at the first frame of the next block. */
  readonly to: Float64Array;
  readonly #name: Name;
  /** The choice at the starts of the last blocks, in a ring. */
  readonly #window: Uint8Array;
  /** How often each choice occurs in the window. */
  readonly #counts: Float64Array;
  #oldest = 0;
  #nextFrame = Number.NaN;

  /** @param choices how many there are: 0 .. choices - 1; a value between two is the nearer one */
  constructor(name: Name, choices: number, sampleRate: number) {
    this.#name = name;
    this.#window = new Uint8Array(Math.ceil((FADE_SECONDS * sampleRate) / BLOCK_FRAMES));
    this.#counts = new Float64Array(choices);
    this.from = new Float64Array(choices);
    this.to = new Float64Array(choices);
  }

  /** Reads the block that begins at `frame`. */
  read(paramAt: ParamAt<Name>, frame: number): void {
    if (frame !== this.#nextFrame) this.#start(paramAt, frame);
    this.#nextFrame = frame + BLOCK_FRAMES;
    this.from.set(this.to);
    const left = this.#window[this.#oldest] ?? 0;
    const chosen = this.#chosen(paramAt, this.#nextFrame);
    this.#window[this.#oldest] = chosen;
    this.#oldest = (this.#oldest + 1) % this.#window.length;
    this.#counts[left] = (this.#counts[left] ?? 0) - 1;
    this.#counts[chosen] = (this.#counts[chosen] ?? 0) + 1;
    this.#weigh();
  }

  /** Whether a choice sounds anywhere in the block. */
  isHeard(choice: number): boolean {
    return (this.from[choice] ?? 0) > 0 || (this.to[choice] ?? 0) > 0;
  }

  #start(paramAt: ParamAt<Name>, frame: number): void {
    const last = this.#window.length - 1;
    this.#counts.fill(0);
    this.#oldest = 0;
    for (let i = 0; i <= last; i++) {
      const chosen = this.#chosen(paramAt, frame - (last - i) * BLOCK_FRAMES);
      this.#window[i] = chosen;
      this.#counts[chosen] = (this.#counts[chosen] ?? 0) + 1;
    }
    this.#weigh();
  }

  #chosen(paramAt: ParamAt<Name>, frame: number): number {
    return Math.max(0, Math.min(this.#counts.length - 1, Math.round(paramAt(this.#name, frame))));
  }

  #weigh(): void {
    for (let i = 0; i < this.to.length; i++) this.to[i] = (this.#counts[i] ?? 0) / this.#window.length;
  }
}

/** Gain of a weight: two sounds that have nothing in common keep their power through a crossfade. */
export function equalPower(weight: number): number {
  return Math.sin(0.5 * Math.PI * weight);
}
