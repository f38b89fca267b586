import built from "../sounds/built/presets.json";

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

export const presets: readonly Preset[] = built.presets;

/** Hash over all presets: what a listing's ETag is made of. */
export const catalogueHash: string = built.hash;

export function findPreset(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
