import built from "../sounds/built/presets.json";
import { CachedAnswer } from "./cached-answer.ts";
import { IMMUTABLE, REVALIDATE } from "./headers.ts";

/** A session as the API serves it. Everything is computed when the content is built; nothing at a request. */
export interface Preset {
  readonly id: string;
  /** Hash of the body, so a version's address always means the same bytes. */
  readonly version: string;
  readonly kind: string;
  /** Languages it speaks; empty for a bed, which has no words. */
  readonly languages: readonly string[];
  readonly titles: Readonly<Record<string, string>>;
  /** Usual length of the guided part per language, seconds. */
  readonly usualSeconds: Readonly<Record<string, number>>;
  /** When it is meant for; empty for a bed. */
  readonly moment: readonly string[];
  /** What it is made for; empty for a bed. */
  readonly need: readonly string[];
  /** The session document, as JSON. */
  readonly body: string;
}

/** How a preset is answered under its own address, and under that of its version. */
export interface PresetAnswers {
  readonly version: string;
  readonly latest: CachedAnswer;
  readonly versioned: CachedAnswer;
}

export const presets: readonly Preset[] = built.presets;

/** Hash over all presets: what a listing's ETag is made of. */
export const catalogueHash: string = built.hash;

const answers: ReadonlyMap<string, PresetAnswers> = new Map(
  presets.map(({ id, version, body }) => {
    const same = { etag: `"${version}"`, body };
    const headers = { "content-location": `/api/presets/${id}/versions/${version}` };
    return [
      id,
      {
        version,
        latest: new CachedAnswer({ ...same, cacheControl: REVALIDATE, headers }),
        versioned: new CachedAnswer({ ...same, cacheControl: IMMUTABLE }),
      },
    ];
  }),
);

export function findPreset(id: string): PresetAnswers | undefined {
  return answers.get(id);
}
