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
  /** The wall clock (performance.now(), ms) when JavaScript heard of the stretch; it may have heard late. */
  readonly heardMs: readonly number[];
}

/** Listens to the master bus for hours and keeps its level alone. For measurements. */
export class LevelTap {
  readonly #frames: number[] = [];
  readonly #peaks: number[] = [];
  readonly #powers: number[] = [];
  readonly #heardMs: number[] = [];

  readonly #weighting: StereoKWeighting;

  /** @param now the wall clock, ms */
  constructor(context: Context, buses: Buses, now: () => number) {
    this.#weighting = new StereoKWeighting(context.sampleRate);
    tapBlocks(context, buses, "master", (block) => this.#measure(block, now()));
  }

  levels(): Levels {
    return { frames: this.#frames, peaks: this.#peaks, powers: this.#powers, heardMs: this.#heardMs };
  }

  #measure({ frame, left, right }: TapBlock, heardMs: number): void {
    for (let from = 0; from < left.length; from += LEVEL_FRAMES) {
      const to = from + LEVEL_FRAMES;
      let peak = 0;
      for (let i = from; i < to; i++) peak = Math.max(peak, Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0));
      this.#frames.push(frame + from);
      this.#peaks.push(peak);
      this.#powers.push(this.#weighting.energy(left, right, from, to) / LEVEL_FRAMES);
      this.#heardMs.push(heardMs);
    }
  }
}
