import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isIssue } from "../../../src/cli/content/content-issue.ts";
import { readJson } from "../../../src/cli/content/json-source.ts";

describe("JSON with its places", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const source = JSON.stringify(JSON.parse(text), null, indent);
        const read = readJson("a.json", source);
        expect(isIssue(read) ? read : read.value).toEqual(JSON.parse(source));
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", "x", ",", "}", '"', "\\", "1"),
        (text, at, put) => {
          const cut = at % (text.length + 1);
          const source = text.slice(0, cut) + put + text.slice(cut + 1);
          let accepted = true;
          try {
            JSON.parse(source);
          } catch {
            accepted = false;
          }
          const read = readJson("a.json", source);
          // A name that stands twice is allowed by JSON and by nobody's intention.
          if (isIssue(read) && read.message.includes("twice")) return;
          expect(isIssue(read)).toBe(!accepted);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("says where an entry stands", () => {
    const read = readJson("a.json", '{\n  "layers": [\n    { "layer": "rain" }\n  ]\n}');
    if (isIssue(read)) throw new Error(read.message);
    expect(read.placeOf("/layers/0/layer")).toEqual({ line: 3, column: 16 });
    expect(read.placeOf("/layers/0/gainDb")).toEqual({ line: 3, column: 5 });
    expect(read.placeOf("/nothing")).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, "comma"],
    ["{ a: 1 }", 1, 3, "double quotes"],
    ['{ "a": 1, "a": 2 }', 1, 11, "twice"],
    ["[1,\n2", 2, 2, "closing bracket"],
    ['["\\x"]', 1, 2, "escape"],
    ["{} {}", 1, 4, "Nothing may follow"],
  ])("says where %j goes wrong", (source, line, column, words) => {
    const read = readJson("a.json", source);
    expect(read).toMatchObject({
      file: "a.json",
      place: { line, column },
      message: expect.stringContaining(words),
    });
  });
});
