import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Script } from "../../../src/session/schema.ts";
import { compileScript } from "../../../src/session/script/compile.ts";
import { lineId } from "../../../src/session/script/line-id.ts";

const FRONT = `---
moment: evening; in-bed
need: tired; head
caution: dissociation -> orient; breath-hold; Breathing is hard tonight? Follow the sea.
author: A name
reviewed-by: not yet reviewed by a clinician
date: 2026-11-22
bed: night-sea
usual: 20m
first: 2.5m
---
`;
const file = "script.en.md";
const WORDS = { numbers: ["One.", "Two.", "Three.", "Four."], slots: { anchor: "your word" } };
const param = (max: number, choices?: readonly string[]) => ({
  min: 0,
  max,
  default: 0,
  unit: "",
  ...(choices ? { choices } : {}),
});
const LAYERS = [
  { id: "ocean", params: {} },
  {
    id: "rain",
    params: { surface: param(2, ["leaves", "window", "tent"]), intensity: param(1), drips: param(1) },
    settings: { drizzle: { intensity: 0.1 }, gutter: { drips: 0.8 } },
  },
];

function compiled(body: string) {
  const result = compileScript(FRONT + body, { file, words: WORDS, layers: LAYERS });
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
      caution: [
        { code: "dissociation", instead: "orient" },
        { code: "breath-hold" },
        { text: "Breathing is hard tonight? Follow the sea." },
      ],
      author: "A name",
      reviewedBy: "not yet reviewed by a clinician",
      date: "2026-11-22",
      usualSeconds: 1200,
      firstSeconds: 150,
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
      "## A\n[scene ocean -3dB over 30s]\n[breathe 4-6 x10 with companion]\n[breathe 4-1-6 x2]\n[breathe 5.5-0-5.5-1 x1]\n[bell]\n[pause 2s]",
    );
    expect(script.parts[0]?.items).toEqual([
      { scene: { layer: "ocean", gainDb: -3, overSeconds: 30 } },
      { breathe: { pattern: [4, 0, 6, 0], times: 10, companion: true } },
      pause(3.2),
      { breathe: { pattern: [4, 1, 6, 0], times: 2 } },
      pause(3.2),
      { breathe: { pattern: [5.5, 0, 5.5, 1], times: 1 } },
      pause(3.2),
      { bell: {} },
      pause(2),
    ]);
  });

  it("reads the parameters of a scene: numbers, choices and settings", () => {
    const params = (text: string) => {
      const [item] = compiled(`## A\n[scene rain -3dB over 30s, ${text}]\nOne.`).script.parts[0]?.items ?? [];
      return item && "scene" in item ? item.scene.params : undefined;
    };
    expect(params("surface=window, intensity=0.4")).toEqual({ surface: 1, intensity: 0.4 });
    expect(params("surface=2")).toEqual({ surface: 2 });
    expect(params("setting=drizzle")).toEqual({ intensity: 0.1, drips: 0 });
    expect(params("setting=gutter, intensity = 0.3")).toEqual({ intensity: 0.3, drips: 0.8 });
  });

  it("reads pulses, which take no time of their own", () => {
    const { script } = compiled("## A\nOne.\n[pulse 110 to 60 over 6m]\nTwo.\n[pulse off]");
    expect(script.parts[0]?.items).toEqual([
      say("One."),
      { pulse: { fromPerMinute: 110, toPerMinute: 60, overSeconds: 360 } },
      pause(3.2),
      say("Two."),
      { pulseOff: {} },
      pause(5),
    ]);
  });

  it("counts in the language's words, up or down", () => {
    const { script } = compiled(
      "## A\n[count 3]\n[count 2 every 2s]\n[count 4 every 1.5s down]\n[count 2 down]",
    );
    const counts = script.parts[0]?.items.flatMap((item) => ("count" in item ? [item.count] : []));
    expect(
      counts?.map(({ lines, everySeconds }) => [lines.map(({ text }) => text).join(" "), everySeconds]),
    ).toEqual([
      ["One. Two. Three.", 1],
      ["One. Two.", 2],
      ["Four. Three. Two. One.", 1.5],
      ["Two. One.", 1],
    ]);
    expect(counts?.[0]?.lines[0]).toEqual({ line: lineId("One."), text: "One." });
  });

  it("repeats lines with their pauses", () => {
    const { script } = compiled("## A\nFirst.\n[repeat 3]\nOne. Two.\n[bell]\n[end]\nLast.");
    const round = [say("One."), pause(1.8), say("Two."), pause(3.2), { bell: {} }, pause(3.2)];
    expect(script.parts[0]?.items).toEqual([
      say("First."),
      pause(3.2),
      ...round,
      ...round,
      ...round,
      say("Last."),
      pause(5),
    ]);
  });

  it("gathers loose words into one item", () => {
    const { script } = compiled(
      "## A\n[words every 7s for 15m]\n- apple\n- a blue door\n\n- boat\n\nRest now.",
    );
    expect(script.parts[0]?.items).toEqual([
      {
        words: {
          lines: ["apple", "a blue door", "boat"].map((text) => ({ line: lineId(text), text })),
          everySeconds: 7,
          forSeconds: 900,
        },
      },
      pause(3.2),
      say("Rest now."),
      pause(5),
    ]);
  });

  it("keeps slots, and records them with the words that stand in them by default", () => {
    const { script } = compiled(
      "## A\nSay {anchor}. {anchor: Something dear} is there. {place: a garden} too.",
    );
    const says = script.parts[0]?.items.flatMap((item) => ("say" in item ? [item.say] : []));
    expect(says).toEqual([
      { line: lineId("Say your word."), text: "Say your word.", slotted: "Say {anchor: your word}." },
      expect.objectContaining({ text: "Something dear is there." }),
      expect.objectContaining({ text: "A garden too.", slotted: "{place: a garden} too." }),
    ]);
  });

  it("reads what is asked before the start, and which parts belong to an answer", () => {
    const { script } = compiled(
      "[fork]\n[choose place: sea | forest]\n## A\nOne.\n## B {#b} [when place=sea] [optional]\nTwo.\n## C [optional] [when place=forest]\nThree.",
    );
    expect(script.fork).toBe(true);
    expect(script.choices).toEqual([{ id: "place", options: ["sea", "forest"] }]);
    expect(script.parts.map(({ when, optional }) => ({ when, optional }))).toEqual([
      { when: undefined, optional: false },
      { when: { choice: "place", option: "sea" }, optional: true },
      { when: { choice: "place", option: "forest" }, optional: true },
    ]);
  });

  it("needs no part for all where every answer has its own", () => {
    const choice = "[choose story: one|two]\n";
    expect(
      compiled(`${choice}## A [when story=one]\nOne.\n## B [when story=two]\nTwo.`).script.parts,
    ).toHaveLength(2);
    expect(compileScript(`${FRONT}${choice}## A [when story=one]\nOne.`, { file })).toMatchObject({
      ok: false,
      issues: [{ code: "parts-all-optional" }],
    });
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
      ...["[choose a: b|c]\n", "[fork]\n", "## C [when a=b]\n", "[count 2]\n", "[repeat 2]\n", "[end]\n"],
      ...[
        "[words every 7s for 2m]\n",
        "- apple\n",
        "- boat\n",
        "[pulse 90 to 60 over 1m]\n",
        "Say {anchor}.\n",
      ],
      ...[
        "[scene rain -3dB over 9s, intensity=0.5]\n",
        "{",
        "[scene rain -3dB over 9s]\n",
        "[",
        "]",
        "#",
        "usual: 9m\n",
        "…",
        "\r\n",
        "{#",
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fragment, { maxLength: 18 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (body, withFront) => {
        const source = (withFront ? FRONT : "") + body;
        const result = compileScript(source, { file, words: WORDS, layers: LAYERS });
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
