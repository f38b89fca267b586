import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNarrationManifest } from "../../src/session/narration.ts";

const manifest = {
  id: "fenna",
  language: "nl",
  name: "Fenna",
  kind: "synthetic",
  author: "A",
  licence: "MIT",
  sample: "opening/0a1b2c3d",
  lines: {
    "opening/0a1b2c3d": { seconds: 3.2, lufs: -24, bytes: 9, sha256: "0".repeat(64), recipe: "0a1b2c3d" },
  },
};

function issuesOf(value: unknown) {
  const parsed = parseNarrationManifest(value);
  return parsed.ok ? [] : parsed.issues.map(({ pointer, code }) => ({ pointer, code }));
}

describe("parseNarrationManifest", () => {
  it("reads what narrate writes, and a person's recordings with lengths alone", () => {
    expect(parseNarrationManifest(manifest)).toEqual({ ok: true, manifest });
    const own = { ...manifest, kind: "human", lines: { "opening/0a1b2c3d": { seconds: 2.5 } } };
    expect(parseNarrationManifest(own)).toEqual({ ok: true, manifest: own });
  });

  it.each([
    [
      "a sample that no line is",
      { ...manifest, sample: "opening/other" },
      { pointer: "/sample", code: "rule" },
    ],
    ["a narrator of no known kind", { ...manifest, kind: "angel" }, { pointer: "/kind", code: "choice" }],
    [
      "a line without a length",
      { ...manifest, lines: { "opening/0a1b2c3d": {} } },
      { pointer: "/lines/opening~10a1b2c3d/seconds", code: "missing" },
    ],
    [
      "a path that leads out of the pack",
      { ...manifest, lines: { ...manifest.lines, "../../secret": { seconds: 1 } } },
      { pointer: "/lines/..~1..~1secret", code: "form" },
    ],
  ])("names %s", (_, value, issue) => {
    expect(issuesOf(value)).toEqual([issue]);
  });

  it("answers any JSON and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseNarrationManifest(value).ok).toBe(false);
      }),
    );
  });
});
