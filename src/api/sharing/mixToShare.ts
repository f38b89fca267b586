import { excessDb, lowered } from "../../session/calm-gains.ts";
import type { LayerInfo } from "../../session/catalogue.ts";
import { MIX_VERSION, type MixDocument } from "../../session/mix.ts";
import type { LayerLevel } from "../../session/schema.ts";

/** A layer at this gain or below is off, dB. */
const OFF_DB = -60;

export interface MixToShare {
  readonly document: MixDocument;
  /** Whether it had to be lowered so as to be too loud for nobody. */
  readonly softer: boolean;
}

/**
 * A person's mix as it is given to others: what sounds, with what a hand can set. Nothing else of the person is in it.
 * @returns null where nothing in it sounds
 */
export function mixToShare(mix: readonly LayerLevel[], catalogue: readonly LayerInfo[]): MixToShare | null {
  const sounding = mix.flatMap(({ layer, gainDb, params = {} }) => {
    const info = catalogue.find(({ id }) => id === layer);
    if (!info || gainDb <= OFF_DB) return [];
    const fit = Object.entries(params).flatMap(([name, value]) => {
      const spec = Object.hasOwn(info.params, name) ? info.params[name] : undefined;
      if (!spec || spec.role !== undefined) return [];
      const inRange = Math.min(spec.max, Math.max(spec.min, value));
      return [[name, spec.choices ? Math.round(inRange) : inRange] as const];
    });
    return [{ layer, gainDb, ...(fit.length > 0 ? { params: Object.fromEntries(fit) } : {}) }];
  });
  if (sounding.length === 0) return null;
  const byDb = excessDb(sounding);
  const layers = sounding.map((level) => lowered(level, byDb));
  return { document: { version: MIX_VERSION, kind: "mix", layers }, softer: byDb > 0 };
}
