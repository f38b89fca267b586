import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Script } from "../../../src/session/schema.ts";
import { compileScript } from "../../../src/session/script/compile.ts";
import { lineId } from "../../../src/session/script/line-id.ts";

const FRONT = `---
moment: evening; in-bed
need: tired; head
caution: Breathing is hard tonight? Follow the sea.
author: A name
reviewed-by: not yet reviewed by a clinician
date: 2026-11-22
bed: night-sea
usual: 20m
---
`;
const file = "script.en.md";

function compiled(body: string) {
  const result = compileScript(FRONT + body, { file });
  if (!result.ok) throw new Error(result.issues.map((issue) => issue.message).join("\n"));
  return result;
}

const say = (text: string) => ({ say: { line: lineId(text), text } });
const pause = (seconds: number) => ({ pause: { seconds } });

describe("compileScript", () => {
  it("reads the front matter", () => {
    const { script, bed } = compiled("## A\nIt's late.");
    expect(bed).toBe("night-sea");
    expect(script.meta).toEqual({
      moment: ["evening", "in-bed"],
      need: ["tired", "head"],
      caution: ["Breathing is hard tonight? Follow the sea."],
      author: "A name",
      reviewedBy: "not yet reviewed by a clinician",
      date: "2026-11-22",
      usualSeconds: 1200,
    });
  });

  it("makes one line of each sentence, with natural pauses between sentences, paragraphs and parts", () => {
    const { script } = compiled("## A\n\nIt's late. Your head's\nstill busy?\n\nThat happens…\n");
    expect(script.parts[0]?.items).toEqual([
      say("It's late."),
      pause(1.8),
      say("Your head's still busy?"),
      pause(3.2),
      say("That happens…"),
      pause(5),
    ]);
  });

  it("keeps a pause that must not stretch", () => {
    const { script } = compiled("## A\nOne.\n[pause 5s exactly]\nTwo.\n[pause 2s]");
    expect(script.parts[0]?.items[1]).toEqual({ pause: { seconds: 5, exact: true } });
  });

  it("leaves the pause to the writer where the writer set one", () => {
    const { script } = compiled("## A\nOne.\n[pause 12s]\nTwo.\n[pause 1.5m]");
    expect(script.parts[0]?.items).toEqual([say("One."), pause(12), say("Two."), pause(90)]);
  });

  it("reads breathing with and without holds, scenes and bells", () => {
    const { script } = compiled(
      "## A\n[scene ocean -3dB over 30s]\n[breathe 4-6 x10]\n[breathe 4-1-6 x2]\n[breathe 5.5-0-5.5-1 x1]\n[bell]\n[pause 2s]",
    );
    expect(script.parts[0]?.items).toEqual([
      { scene: { layer: "ocean", gainDb: -3, overSeconds: 30 } },
      { breathe: { pattern: [4, 0, 6, 0], times: 10 } },
      pause(3.2),
      { breathe: { pattern: [4, 1, 6, 0], times: 2 } },
      pause(3.2),
      { breathe: { pattern: [5.5, 0, 5.5, 1], times: 1 } },
      pause(3.2),
      { bell: {} },
      pause(2),
    ]);
  });

  it("names parts by their mark or by their title, and knows which may be left out", () => {
    const { script } = compiled("## Arriving {#arrive}\nA.\n\n## Één voor één [optional]\nB.\n");
    expect(script.parts.map(({ id, title, optional }) => ({ id, title, optional }))).toEqual([
      { id: "arrive", title: "Arriving", optional: false },
      { id: "een-voor-een", title: "Één voor één", optional: true },
    ]);
  });

  it("keeps quotes and decimals inside their sentence", () => {
    const { script } = compiled('## A\nIt is 3.5 m to the door. "That happens." Good.');
    const texts = script.parts[0]?.items.flatMap((item) => ("say" in item ? [item.say.text] : []));
    expect(texts).toEqual(["It is 3.5 m to the door.", '"That happens."', "Good."]);
  });

  it("reads files from any system the same", () => {
    const body = "## A\nOne. Two.\n[pause 4s]\n";
    const windows = compileScript(`\uFEFF${(FRONT + body).replaceAll("\n", "\r\n")}`, { file });
    expect(windows).toEqual(compileScript(FRONT + body, { file }));
  });

  it("answers any text with a valid script or with issues that point into it, and never throws", () => {
    const fragment = fc.constantFrom(
      ...[
        "---\n",
        "## A\n",
        "## B {#b} [optional]\n",
        "One. Two.\n",
        "\n",
        "[pause 4s]\n",
        "[breathe 4-6 x3]\n",
      ],
      ...["[scene rain -3dB over 9s]\n", "[", "]", "#", "usual: 9m\n", "…", "\r\n", "{#"],
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fragment, { maxLength: 14 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (body, withFront) => {
        const source = (withFront ? FRONT : "") + body;
        const result = compileScript(source, { file });
        if (result.ok) {
          expect(v.is(Script, result.script)).toBe(true);
          return;
        }
        expect(result.issues.length).toBeGreaterThan(0);
        const lines = source.split(/\r?\n/);
        for (const { line, column } of result.issues) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("lineId", () => {
  it("is stable: changing it would ask for every recording anew", () => {
    expect(lineId("")).toBe("811c9dc5");
    expect(lineId("Het is laat.")).toBe("4b09e6a8");
  });

  it("differs between lines that differ by one sign", () => {
    expect(lineId("Dat kan.")).not.toBe(lineId("Dat kan…"));
  });
});
