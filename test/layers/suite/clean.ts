import { clickiness, tonalResidualDb } from "../../helper/clicks.ts";
import { whitenedCorrelation } from "../../helper/repetition.ts";
import { RATE } from "./heard.ts";

type Stereo = readonly [Float32Array, Float32Array];

const CLICK_SECONDS = 2;
const CORRELATED_FRAMES = 2 ** 15;
const BLOCKS = 8;

/** The largest peak of a noise above 8 kHz, in standard deviations. */
export function noiseClick(channel: Float32Array): number {
  return clickiness(channel.subarray(0, CLICK_SECONDS * RATE), RATE);
}

/** What steps of a tone's parameters leave above 6 kHz, dBFS. */
export function stepResidualDb(channels: Stereo): number {
  return Math.max(...channels.map((channel) => tonalResidualDb(channel, RATE)));
}

/** The largest likeness of a noise to itself or to the other channel one to eight blocks later, 0..1, its colour taken away. */
export function blockCorrelation([left, right]: Stereo): number {
  const stretch = (channel: Float32Array) => channel.subarray(0, CORRELATED_FRAMES);
  const own = whitenedCorrelation(stretch(left), stretch(left), 2 * CORRELATED_FRAMES, RATE);
  const across = whitenedCorrelation(stretch(left), stretch(right), 2 * CORRELATED_FRAMES, RATE);
  const lags = Array.from({ length: BLOCKS }, (_, index) => (index + 1) * 128);
  return Math.max(
    ...lags.flatMap((lag) =>
      [own[lag], across[lag], across[across.length - lag]].map((value) => Math.abs(value ?? 0)),
    ),
  );
}
