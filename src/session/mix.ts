import * as v from "valibot";
import { LayerLevel } from "./schema.ts";

/** The newest mix that this code writes and reads. */
export const MIX_VERSION = 1;

/** The most layers that sound together. */
const MAX_LAYERS = 12;
/** The most parameters of one layer; none has as many. */
const MAX_PARAMS = 16;
/**
 * How loud a mix from somebody else may be, dB over one layer at its calibrated level (-30 LUFS): -18 LUFS, so that
 * twelve layers as they are calibrated fit, and the night ceiling is hardly reached by a stranger's mix.
 */
export const MAX_TOGETHER_DB = 12;

/** The layers of a bed, each once, with levels and parameters. How fast they come in and out the engine decides. */
export const MixLayers = v.pipe(
  v.array(LayerLevel),
  v.minLength(1),
  v.maxLength(MAX_LAYERS),
  v.check((layers) => new Set(layers.map(({ layer }) => layer)).size === layers.length, "each layer once"),
  v.check(
    (layers) => layers.every(({ params = {} }) => Object.keys(params).length <= MAX_PARAMS),
    "few parameters",
  ),
  v.check((layers) => togetherDb(layers) <= MAX_TOGETHER_DB, "not too loud together"),
);

/** A mix to be given to somebody else. It has no words, so there is nothing personal in it and nothing to read. */
export const MixDocument = v.strictObject({
  version: v.literal(MIX_VERSION),
  kind: v.literal("mix"),
  layers: MixLayers,
});
export type MixDocument = v.InferOutput<typeof MixDocument>;

/** The level of independent sounds together, dB over one layer at its calibrated level: their powers add up. */
export function togetherDb(layers: readonly LayerLevel[]): number {
  return 10 * Math.log10(layers.reduce((power, { gainDb }) => power + 10 ** (gainDb / 10), 0));
}
