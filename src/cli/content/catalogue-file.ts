import type { LayerDefinition } from "../../dsp/layer.ts";
import { DEFAULT_PACE } from "../../session/breath.ts";
import type { LayerInfo } from "../../session/catalogue.ts";
import type { NarrationPack } from "../../session/narration.ts";
import { LANGUAGES, type SessionDocument } from "../../session/schema.ts";
import { MOMENTS } from "../../session/script-meta.ts";
import { type TimelineRange, timelineRange } from "../../session/timeline.ts";

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
    readonly moment: readonly string[];
    readonly need: readonly string[];
    /** Per language how short it can be, how long it usually is, and how long it can be, in whole seconds. */
    readonly seconds: Readonly<Record<string, TimelineRange>>;
  }[];
}

/** The catalogue of all content. Lengths are those with the first recorded narrator of each language, else estimated. */
export function catalogueOf(
  layers: ReadonlyMap<string, LayerDefinition>,
  sessions: readonly SessionDocument[],
  packs: readonly NarrationPack[] = [],
): Catalogue {
  return {
    layers: [...layers.values()].map(layerInfo),
    beds: sessions
      .filter(({ kind }) => kind === "bed")
      .map(({ id, titles, bed }) => ({ id, titles, layers: bed.layers.map(({ layer }) => layer) })),
    sessions: sessions
      .filter(({ kind }) => kind === "guided")
      .map((session) => {
        const metas = Object.values(session.scripts ?? {}).map(({ meta }) => meta);
        return {
          id: session.id,
          titles: session.titles,
          languages: Object.keys(session.scripts ?? {}),
          moment: MOMENTS.filter((moment) => metas.some((meta) => meta.moment.includes(moment))),
          need: [...new Set(metas.flatMap(({ need }) => need))],
          seconds: lengthsOf(session, packs),
        };
      }),
  };
}

function lengthsOf(session: SessionDocument, packs: readonly NarrationPack[]): Record<string, TimelineRange> {
  const spoken = LANGUAGES.filter((language) => session.scripts?.[language]);
  return Object.fromEntries(
    spoken.flatMap((language) => {
      const pack = packs.find((each) => each.language === language);
      const range = timelineRange(session, {
        language,
        breath: { perMinute: DEFAULT_PACE },
        lineSeconds: (line) => pack?.lines[`${session.id}/${line}`]?.seconds ?? 0,
      });
      return range ? [[language, rounded(range)]] : [];
    }),
  );
}

/** Whole seconds that can all be had: the shortest is rounded up, the longest down. */
function rounded({ shortest, usual, longest }: TimelineRange): TimelineRange {
  return { shortest: Math.ceil(shortest), usual: Math.round(usual), longest: Math.floor(longest) };
}

/** What the app, the Worker and the commands know of a layer. */
export function layerInfo({ id, family, loudnessLufs, params, macro, settings }: LayerDefinition): LayerInfo {
  return { id, family, loudnessLufs, params, macro, ...(settings && { settings }) };
}
