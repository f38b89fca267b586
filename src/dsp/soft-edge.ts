import { dbToGain } from "./db.ts";
import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";

/** At full softness all that lies well above the edge is so much softer, dB. */
const DEPTH_DB = 14;

/**
 * Takes the edge off a sound: y = x - d (x - low), low a first-order low-pass and 1 - d the gain far above its edge.
 * Softness 0 leaves every sample as it is, 1 brings the highs down by 14 dB; it may move while it sounds, by as many dB
 * in every second.
 */
export class SoftEdge {
  readonly #gain: number;
  #state = 0;

  constructor(edgeHz: number, sampleRate: number) {
    this.#gain = onePoleGain(edgeHz, sampleRate);
  }

  reset(): void {
    this.#state = 0;
  }

  /** Filters in place. @param softness 0..1, at the first sample and after the last */
  process(samples: Float64Array, { from, to }: { readonly from: number; readonly to: number }): void {
    const take = 2 * this.#gain;
    const keep = 1 - take;
    const depth = 1 - dbToGain(-DEPTH_DB * from);
    const slope = (1 - dbToGain(-DEPTH_DB * to) - depth) / samples.length;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] ?? 0;
      const next = keep * state + take * x;
      samples[i] = x - (depth + slope * i) * (x - 0.5 * (state + next));
      state = next;
    }
    this.#state = snap(state);
  }
}
