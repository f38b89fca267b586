import { MAX_TOGETHER_DB, togetherDb } from "./mix.ts";
import type { LayerLevel, SessionDocument } from "./schema.ts";

/** The lowest gain that a document can name, dB. */
const LOWEST_DB = -60;

/**
 * How much a bed and all that its scenes do to it has to be lowered, dB, so that its layers together are nowhere louder
 * than {@link MAX_TOGETHER_DB}, whichever of them are at their loudest at once; 0 where it fits.
 */
export function excessDb(bed: readonly LayerLevel[], scenes: readonly LayerLevel[] = []): number {
  const names = new Set([...bed, ...scenes].map(({ layer }) => layer));
  const loudest = [...names].map((layer) => {
    const ofLayer = (levels: readonly LayerLevel[]) => levels.filter((level) => level.layer === layer);
    // A layer that stands in the bed twice sounds twice.
    const gainsDb = [togetherDb(ofLayer(bed)), ...ofLayer(scenes).map(({ gainDb }) => gainDb)];
    return { layer, gainDb: Math.max(...gainsDb) };
  });
  return Math.max(0, togetherDb(loudest) - MAX_TOGETHER_DB);
}

export function lowered<Level extends { readonly gainDb: number }>(level: Level, byDb: number): Level {
  // Rounded down: what is rounded up would be over the mark again.
  const gainDb = Math.floor((level.gainDb - byDb) * 100) / 100;
  return byDb === 0 ? level : { ...level, gainDb: Math.max(LOWEST_DB, gainDb) };
}

/** A session by a stranger, no louder than a mix by a stranger may be: bed and scenes lowered alike. */
export function withCalmGains(session: SessionDocument): SessionDocument {
  const scripts = Object.entries(session.scripts ?? {});
  const items = scripts.flatMap(([, script]) => script.parts.flatMap((part) => part.items));
  const scenes = items.flatMap((item) => ("scene" in item ? [item.scene] : []));
  const byDb = excessDb(session.bed.layers, scenes);
  if (byDb === 0) return session;
  return {
    ...session,
    bed: { layers: session.bed.layers.map((level) => lowered(level, byDb)) },
    ...(session.scripts
      ? {
          scripts: Object.fromEntries(
            scripts.map(([language, script]) => [
              language,
              {
                ...script,
                parts: script.parts.map((part) => ({
                  ...part,
                  items: part.items.map((item) =>
                    "scene" in item ? { scene: lowered(item.scene, byDb) } : item,
                  ),
                })),
              },
            ]),
          ),
        }
      : {}),
  };
}
