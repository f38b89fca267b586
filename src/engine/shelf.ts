import { BiquadFilter } from "tone/build/esm/component/filter/BiquadFilter.js";
import type { Context } from "tone/build/esm/core/context/Context.js";
import { SHELF_OPEN_HZ } from "./fades.ts";

/** Web Audio gives the Q of a low-pass in dB: 20 log10(1 / sqrt 2) is maximally flat. */
const BUTTERWORTH_Q_DB = -3.0103;

/**
 * The sleep shelf: a low-pass whose cut-off sinks over minutes. It follows its course block by block, which is how
 * Firefox does it anyway: so all browsers sound alike, and none reckons coefficients for every sample.
 */
export function createShelf(context: Context): BiquadFilter {
  const shelf = new BiquadFilter({ context, type: "lowpass", frequency: SHELF_OPEN_HZ, Q: BUTTERWORTH_Q_DB });
  for (const { input } of [shelf.frequency, shelf.Q, shelf.detune, shelf.gain])
    if (input instanceof AudioParam) input.automationRate = "k-rate";
  return shelf;
}
