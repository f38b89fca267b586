import type { Context } from "tone/build/esm/core/context/Context.js";
import { StereoKWeighting } from "../dsp/loudness-weighting.ts";
import type { Buses } from "./buses.ts";
import { tapBlocks } from "./tap.ts";
import type { TapBlock } from "./worklet/messages.ts";

/** Length of a measured stretch, frames: 10.7 ms at 48 kHz. */
export const LEVEL_FRAMES = 512;

/** The course of a night's level on the master bus, a value for every {@link LEVEL_FRAMES}. */
export interface Levels {
  /** Context frame at which each stretch begins. */
  readonly frames: readonly number[];
  /** Largest sample of either channel. */
  readonly peaks: readonly number[];
  /** Mean K-weighted power, summed over both channels: `toLufs` of a mean over 400 ms is momentary loudness. */
  readonly powers: readonly number[];
  /** The wall clock (performance.now(), ms) when the audio thread had it; a busy one may have had it late. */
  readonly heardMs: readonly number[];
}

/** Listens to the master bus for hours and keeps its level alone. For measurements. */
export class LevelTap {
  readonly #frames: number[] = [];
  readonly #peaks: number[] = [];
  readonly #powers: number[] = [];
  readonly #heardMs: number[] = [];

  readonly #weighting: StereoKWeighting;
  readonly #sampleRate: number;

  /** @param zeroEpochMs epoch time at 0 of the clock that times are told by, ms */
  constructor(context: Context, buses: Buses, zeroEpochMs: number) {
    this.#sampleRate = context.sampleRate;
    this.#weighting = new StereoKWeighting(context.sampleRate);
    tapBlocks(context, buses, "master", (block) => this.#measure(block, block.epochMs - zeroEpochMs));
  }

  levels(): Levels {
    return { frames: this.#frames, peaks: this.#peaks, powers: this.#powers, heardMs: this.#heardMs };
  }

  #measure({ frame, left, right }: TapBlock, beganMs: number): void {
    for (let from = 0; from < left.length; from += LEVEL_FRAMES) {
      const to = Math.min(from + LEVEL_FRAMES, left.length);
      let peak = 0;
      for (let i = from; i < to; i++) peak = Math.max(peak, Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0));
      this.#frames.push(frame + from);
      this.#peaks.push(peak);
      this.#powers.push(this.#weighting.energy(left, right, from, to) / (to - from));
      this.#heardMs.push(beganMs + (1000 * from) / this.#sampleRate);
    }
  }
}
