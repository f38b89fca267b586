import { SESSION_VERSION } from "./schema.ts";

type Loose = Readonly<Record<string, unknown>>;

export type Migrated =
  | { readonly ok: true; readonly document: Loose }
  | { readonly ok: false; readonly reason: "not-a-document" }
  /** Written by a newer version of this code: do not guess, keep the document, say so. */
  | { readonly ok: false; readonly reason: "too-new"; readonly version: number };

/** `MIGRATIONS[n]` turns version n into n + 1. Entries are never changed once documents of that version exist. */
const MIGRATIONS: readonly ((document: Loose) => Loose)[] = [
  // 0 -> 1: documents from before they carried a number. They had no ending of their own: a night took 15 minutes.
  (document) => ({ ending: { fadeSeconds: 900 }, ...document, version: 1 }),
  // 1 -> 2: cautions were sentences alone.
  (document) => ({
    ...document,
    ...(isObject(document["scripts"]) ? { scripts: mapped(document["scripts"], withCautionTexts) } : {}),
    version: 2,
  }),
];

/** Brings a document of any earlier version to {@link SESSION_VERSION}. Checks nothing else; the parser does. */
export function migrate(value: unknown): Migrated {
  if (!isObject(value)) return { ok: false, reason: "not-a-document" };
  const version = value["version"] === undefined ? 0 : value["version"];
  if (!Number.isInteger(version) || typeof version !== "number" || version < 0) {
    return { ok: true, document: value };
  }
  if (version > SESSION_VERSION) return { ok: false, reason: "too-new", version };
  const document = MIGRATIONS.slice(version).reduce((older, step) => step(older), value);
  return { ok: true, document };
}

function withCautionTexts(script: unknown): unknown {
  if (!isObject(script) || !isObject(script["meta"])) return script;
  const { caution } = script["meta"];
  if (!Array.isArray(caution)) return script;
  const texts = caution.map((each: unknown) => (typeof each === "string" ? { text: each } : each));
  return { ...script, meta: { ...script["meta"], caution: texts } };
}

function mapped(record: Loose, change: (value: unknown) => unknown): Loose {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
