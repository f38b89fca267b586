import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSession } from "../../src/session/parse.ts";
import { bedSession, guidedSession } from "./documents.ts";

const bed = {
  version: 2,
  id: "night-sea",
  kind: "bed",
  titles: { nl: "Nachtzee", en: "Night sea" },
  bed: { layers: [{ layer: "ocean", gainDb: 0 }] },
  ending: { fadeSeconds: 900 },
};

function issuesOf(value: unknown) {
  const parsed = parseSession(value);
  return parsed.ok ? [] : parsed.issues.map(({ pointer, code }) => ({ pointer, code }));
}

describe("parseSession", () => {
  it("gives valid documents back unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(guidedSession, bedSession), (session) => {
        const read: unknown = JSON.parse(JSON.stringify(session));
        expect(parseSession(read)).toEqual({ ok: true, session: read });
      }),
      { numRuns: 60 },
    );
  });

  it("answers any JSON with a session or with issues, and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseSession(value);
        expect(parsed.ok || parsed.issues.length > 0).toBe(true);
      }),
    );
  });

  it("answers a document with one damaged entry with issues or a session, and never throws", () => {
    const keys = Object.keys(bed);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const parsed = parseSession({ ...bed, [key]: value });
        if (!parsed.ok) {
          for (const { pointer } of parsed.issues) expect(pointer.startsWith(`/${key}`)).toBe(true);
        }
      }),
    );
  });

  it.each([
    ["a missing entry", { ...bed, kind: undefined }, { pointer: "/kind", code: "missing" }],
    ["an unknown entry", { ...bed, "a/b~c": 1 }, { pointer: "/a~1b~0c", code: "unexpected" }],
    ["a wrong type", { ...bed, id: 4 }, { pointer: "/id", code: "type" }],
    ["a wrong form", { ...bed, id: "Night Sea" }, { pointer: "/id", code: "form" }],
    ["an unknown choice", { ...bed, kind: "album" }, { pointer: "/kind", code: "choice" }],
    [
      "a number out of range",
      { ...bed, ending: { fadeSeconds: 1 } },
      { pointer: "/ending/fadeSeconds", code: "range" },
    ],
    ["an empty list", { ...bed, bed: { layers: [] } }, { pointer: "/bed/layers", code: "length" }],
    ["a text instead of a document", "night-sea", { pointer: "", code: "not-a-document" }],
    ["a list instead of a document", [bed], { pointer: "", code: "not-a-document" }],
    ["a document of a newer version", { ...bed, version: 3 }, { pointer: "/version", code: "too-new" }],
    ["a version that is no number", { ...bed, version: "one" }, { pointer: "/version", code: "choice" }],
  ])("names the place and the code of %s", (_, value, issue) => {
    expect(issuesOf(value)).toEqual([issue]);
  });

  it("points into the item that was meant, not at every shape it is not", () => {
    const meta = {
      moment: ["evening"],
      need: ["tired"],
      caution: [],
      author: "A",
      reviewedBy: "B",
      usualSeconds: 60,
    };
    const guided = (item: unknown) => ({
      ...bed,
      kind: "guided",
      scripts: { nl: { meta, parts: [{ id: "a", title: "A", optional: false, items: [item] }] } },
    });
    const at = "/scripts/nl/parts/0/items/0";
    expect(issuesOf(guided({ pause: { seconds: "long" } }))).toEqual([
      { pointer: `${at}/pause/seconds`, code: "type" },
    ]);
    expect(issuesOf(guided({ pause: { seconds: -1 } }))).toEqual([
      { pointer: `${at}/pause/seconds`, code: "range" },
    ]);
    expect(issuesOf(guided({ breathe: { pattern: [0, 0, 0, 0], times: 3 } }))).toEqual([
      { pointer: `${at}/breathe/pattern`, code: "rule" },
    ]);
    expect(issuesOf(guided({ pulse: { fromPerMinute: 200, toPerMinute: 60, overSeconds: 60 } }))).toEqual([
      { pointer: `${at}/pulse/fromPerMinute`, code: "range" },
    ]);
    expect(issuesOf(guided({ count: { lines: [], everySeconds: 1 } }))).toEqual([
      { pointer: `${at}/count/lines`, code: "length" },
    ]);
    expect(issuesOf(guided({ dance: {} }))).toEqual([{ pointer: at, code: "shape" }]);
  });

  it("never echoes a value", () => {
    const secret = "s3cret-value";
    const parsed = parseSession({ ...bed, id: secret.toUpperCase(), kind: secret, version: secret });
    expect(JSON.stringify(parsed)).not.toMatch(/s3cret/i);
  });

  it("refuses what is nested too deeply, circular documents too", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(issuesOf({ ...bed, deep })).toEqual([{ pointer: "", code: "too-deep" }]);
    const circle: Record<string, unknown> = { ...bed };
    circle["circle"] = circle;
    expect(issuesOf(circle)).toEqual([{ pointer: "", code: "too-deep" }]);
  });

  it("refuses what is too large without reading all of it", () => {
    expect(issuesOf({ ...bed, bed: { layers: Array(1_000_000).fill(0) } })).toEqual([
      { pointer: "", code: "too-large" },
    ]);
  });

  it("names at most fifty issues", () => {
    const layers = Array.from({ length: 2000 }, () => ({}));
    expect(issuesOf({ ...bed, bed: { layers } })).toHaveLength(50);
  });
});
