import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  DOCUMENT_NAMES,
  DOCUMENTS,
  type DocumentKind,
  isDocumentName,
  type Loose,
} from "../../src/session/documents/documents.ts";
import { migrateDocument } from "../../src/session/documents/migrate-document.ts";
import { parseDocument } from "../../src/session/documents/parse-document.ts";
import { DEFAULT_ROUTINE } from "../../src/store/routine.ts";

describe("a person's documents", () => {
  it("hold the routine that a device keeps, in two parts, with nothing left over", () => {
    const { language, haptics, ...evening } = DEFAULT_ROUTINE;
    const routine = { version: 1, changedAt: 1, routine: evening, aside: [] };
    const settings = { version: 1, changedAt: 1, settings: { language, haptics } };
    expect(parseDocument(DOCUMENTS.routine, routine)).toEqual({ ok: true, document: routine });
    expect(parseDocument(DOCUMENTS.settings, settings)).toEqual({ ok: true, document: settings });
  });

  it("are known by name", () => {
    expect(Object.keys(DOCUMENTS).sort()).toEqual([...DOCUMENT_NAMES].sort());
    for (const name of ["toString", "__proto__", "Routine", ""]) expect(isDocumentName(name)).toBe(false);
  });

  it("have a migration for every version before their newest", () => {
    for (const name of DOCUMENT_NAMES) {
      expect(DOCUMENTS[name].migrations).toHaveLength(DOCUMENTS[name].version - 1);
    }
  });

  it("are bounded in number of entries", () => {
    const mixes = (count: number) => ({
      version: 1,
      mixes: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `mix-${String(index).padStart(5, "0")}`,
          { name: "Regen", levels: [], changedAt: 1 },
        ]),
      ),
    });
    expect(parseDocument(DOCUMENTS.mixes, mixes(100)).ok).toBe(true);
    expect(parseDocument(DOCUMENTS.mixes, mixes(101))).toMatchObject({
      issues: [{ pointer: "/mixes", code: "length" }],
    });
  });

  it("never throw, whatever comes, and keep only what fits", () => {
    const value = fc.oneof(
      fc.anything(),
      fc.record({ version: fc.oneof(fc.constant(1), fc.anything()), changedAt: fc.anything() }),
      fc.record({ version: fc.constant(1), mixes: fc.dictionary(fc.string(), fc.anything()) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_NAMES), value, (name, outside) => {
        const kind: DocumentKind<unknown> = DOCUMENTS[name];
        const parsed = parseDocument(kind, outside);
        if (parsed.ok) expect(v.is(kind.schema, parsed.document)).toBe(true);
        else expect(parsed.issues.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("a document of another version", () => {
  const kind = {
    version: 3,
    migrations: [
      (document: Loose): Loose => ({ ...document, version: 2, second: true }),
      (document: Loose): Loose => ({ ...document, version: 3, third: document["second"] }),
    ],
  };

  it("is brought on from each that there was", () => {
    const newest = { version: 3, second: true, third: true };
    expect(migrateDocument(kind, { version: 1 })).toEqual({ ok: true, document: newest });
    expect(migrateDocument(kind, { version: 2, second: true })).toEqual({ ok: true, document: newest });
    expect(migrateDocument(kind, newest)).toEqual({ ok: true, document: newest });
  });

  it.each([
    [4, "too-new"],
    [0, "range"],
    [1.5, "range"],
    ["1", "type"],
    [undefined, "missing"],
  ])("%s is %s", (version, code) => {
    expect(migrateDocument(kind, { version })).toMatchObject({
      ok: false,
      issue: { pointer: "/version", code },
    });
  });
});
