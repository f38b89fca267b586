import type { ParamValues } from "../../session/catalogue.ts";
import type { LayerLevel } from "../../session/schema.ts";

/** A layer at this level or below is off, dB. */
export const OFF_DB = -40;
/** What "off" is in a document: its lowest level, dB. */
const SILENT_DB = -60;
/** The most layers a mix can have. */
export const MOST_LAYERS = 12;
/** A layer that is added begins this far under the others, dB. */
export const ADDED_DB = -12;

/** The mix with a layer at another level; what is turned all the way down is silent. */
export function withLevel(mix: readonly LayerLevel[], layer: string, gainDb: number): LayerLevel[] {
  const level = gainDb <= OFF_DB ? SILENT_DB : gainDb;
  if (!mix.some((each) => each.layer === layer)) return [...mix, { layer, gainDb: level }];
  return mix.map((each) => (each.layer === layer ? { ...each, gainDb: level } : each));
}

/** The mix with some parameters of a layer changed. */
export function withParams(mix: readonly LayerLevel[], layer: string, values: ParamValues): LayerLevel[] {
  return mix.map((each) =>
    each.layer === layer ? { ...each, params: { ...each.params, ...values } } : each,
  );
}

/** The mix without a layer. A mix keeps at least one. */
export function without(mix: readonly LayerLevel[], layer: string): LayerLevel[] {
  const rest = mix.filter((each) => each.layer !== layer);
  return rest.length > 0 ? rest : [...mix];
}
