import type { LayerDefinition } from "../../dsp/layer.ts";
import type { LayerInfo } from "../../session/catalogue.ts";
import type { SessionDocument } from "../../session/schema.ts";

/** What there is to hear, as `npm run catalogue` and the client read it. */
export interface Catalogue {
  readonly layers: readonly LayerInfo[];
  readonly beds: readonly {
    readonly id: string;
    readonly titles: Readonly<Record<string, string>>;
    readonly layers: readonly string[];
  }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly titles: Readonly<Record<string, string>>;
    readonly languages: readonly string[];
    /** Usual length per language. */
    readonly seconds: Readonly<Record<string, number>>;
  }[];
}

/** The catalogue of all content. */
export function catalogueOf(
  layers: ReadonlyMap<string, LayerDefinition>,
  sessions: readonly SessionDocument[],
): Catalogue {
  return {
    layers: [...layers.values()].map(layerInfo),
    beds: sessions
      .filter(({ kind }) => kind === "bed")
      .map(({ id, titles, bed }) => ({ id, titles, layers: bed.layers.map(({ layer }) => layer) })),
    sessions: sessions
      .filter(({ kind }) => kind === "guided")
      .map(({ id, titles, scripts = {} }) => ({
        id,
        titles,
        languages: Object.keys(scripts),
        seconds: Object.fromEntries(
          Object.entries(scripts).map(([language, { meta }]) => [language, meta.usualSeconds]),
        ),
      })),
  };
}

/** What the app, the Worker and the commands know of a layer. */
export function layerInfo({ id, family, loudnessLufs, params, macro, settings }: LayerDefinition): LayerInfo {
  return { id, family, loudnessLufs, params, macro, ...(settings && { settings }) };
}
