import { describe, expect, it } from "vitest";
import { compileScript } from "../../../src/session/script/compile.ts";
import { describeScriptIssue, type ScriptIssueCode } from "../../../src/session/script/issue.ts";

const HEAD = [
  "---",
  "moment: evening",
  "need: tired",
  "author: A",
  "reviewed-by: B",
  "bed: night-sea",
  "usual: 9m",
];
const script = (...body: string[]) => [...HEAD, "---", ...body].join("\n");
const front = (...lines: string[]) => [...lines, "## A", "Good night."].join("\n");

/** For every kind of mistake: a script that makes it, where it is (line, column), and a word of the way to mend it. */
const MISTAKES: Record<
  ScriptIssueCode,
  readonly [source: string, line: number, column: number, mend: RegExp]
> = {
  "front-matter-missing": ["## A\nGood night.", 1, 1, /Begin the script with a line “---”/],
  "front-matter-open": [front(...HEAD), 1, 1, /End the front matter/],
  "front-matter-line": [front(...HEAD, "just words", "---"), 8, 1, /a key, a colon and a value/],
  "front-matter-unknown": [front(...HEAD, "mood: calm", "---"), 8, 1, /Known are moment, need/],
  "front-matter-twice": [front(...HEAD, "usual: 3m", "---"), 8, 1, /Keep one/],
  "front-matter-absent": [front(...HEAD.slice(0, 6), "---"), 7, 1, /Add the line “usual: 20m”/],
  "front-matter-value": [front(...HEAD.slice(0, 6), "usual:  soon", "---"), 7, 9, /Write it as “usual: 20m”/],
  "heading-form": [script("## ", "Good night."), 9, 1, /## Title \{#id\}/],
  "text-before-heading": [script("Good night.", "## A", "Sleep well."), 9, 1, /Put a heading/],
  "part-twice": [script("## A", "One.", "## A", "Two."), 11, 1, /its own \{#id\}/],
  "part-empty": [script("## A", "One.", "## B"), 11, 1, /remove the heading/],
  "part-too-long": [script("## A", "Yes. ".repeat(201).trim()), 9, 1, /Split this part/],
  "parts-none": [script(""), 9, 1, /at least one part/],
  "parts-too-many": [script(...Array.from({ length: 61 }, (_, n) => `## P${n}\nYes.`)), 129, 1, /Keep to 60/],
  "parts-all-optional": [script("## A [optional]", "One."), 9, 1, /without \[optional\]/],
  "directive-open": [script("## A", "[pause 4s", "One."), 10, 1, /Close the directive/],
  "directive-inside-text": [script("## A", "One. [pause 4s] Two."), 10, 6, /on a line of its own/],
  "directive-unknown": [script("## A", "  [paus 4s]", "One."), 10, 4, /Known are \[pause 4s\]/],
  "directive-value": [script("## A", "[breathe 4-6]", "One."), 10, 1, /\[breathe 4-6 x10\]/],
  "param-unknown": [
    script("## A", "[scene rain -3dB over 9s, wetness=1]", "One."),
    10,
    1,
    /Known are surface/,
  ],
  "param-value": [script("## A", "[scene rain -3dB over 9s, surface=roof]", "One."), 10, 1, /window/],
  "session-unknown": [front(...HEAD, "caution: pain -> orientt", "---"), 8, 10, /Known are orient/],
  "caution-unknown": [front(...HEAD, "caution: One. ; pian", "---"), 8, 17, /Known are dissociation/],
  "question-late": [script("## A", "One.", "[fork]"), 11, 1, /before the first heading/],
  "question-twice": [script("[fork]", "[fork]", "## A", "One."), 10, 1, /Keep one/],
  "questions-too-many": [
    script(...["a", "b", "c", "d", "e"].map((id) => `[choose ${id}: x|y]`), "## A", "One."),
    13,
    1,
    /Keep to 4/,
  ],
  "when-unknown": [
    script("[choose place: sea|fire]", "## A", "One.", "## B [when place=moon]", "Two."),
    12,
    1,
    /sea, fire/,
  ],
  "repeat-nested": [script("## A", "[repeat 2]", "One.", "[repeat 2]", "[end]"), 12, 1, /\[end\] first/],
  "repeat-open": [script("## A", "[repeat 2]", "One."), 10, 1, /\[end\]/],
  "repeat-end": [script("## A", "One.", "[end]"), 11, 1, /no \[repeat 3\]/],
  "repeat-empty": [script("## A", "One.", "[repeat 2]", "[end]"), 12, 1, /nothing to repeat/],
  "words-list": [script("## A", "[words every 7s for 2m]", "- apple", "One."), 10, 1, /2 to 1000 words/],
  "word-form": [script("## A", "[words every 7s for 2m]", "- a", "- b", "- [c]"), 13, 1, /- apple/],
  "word-twice": [script("## A", "[words every 7s for 2m]", "- a", "- b", "- A"), 13, 1, /Keep one/],
  "list-alone": [script("## A", "One.", "- apple"), 11, 1, /\[words every 7s for 15m\]/],
  "slot-form": [script("## A", "Say {Anchor}."), 10, 1, /\{anchor\}/],
  "slot-unknown": [script("## A", "Say {ancor} now."), 10, 1, /Known are anchor/],
  "layer-unknown": [script("## A", "[scene oceaan -3dB over 30s]", "One."), 10, 1, /Known are ocean, rain/],
  "bed-unknown": [script("## A", "One.").replace("night-sea", "night-see"), 6, 6, /Known are night-sea/],
  "sentence-open": [script("## A", "One. Two", "[pause 4s]"), 10, 6, /full stop/],
  "sentence-too-long": [script("## A", `${"very ".repeat(90)}late.`), 10, 1, /Split this sentence/],
};

describe("mistakes in a script", () => {
  it.each(Object.entries(MISTAKES))("%s is named with its place and how to mend it", (code, mistake) => {
    const [source, line, column, mend] = mistake;
    const result = compileScript(source, {
      file: "script.nl.md",
      layers: [
        { id: "ocean", params: {} },
        {
          id: "rain",
          params: { surface: { min: 0, max: 1, default: 0, unit: "", choices: ["leaves", "window"] } },
        },
      ],
      sessions: ["orient"],
      words: { numbers: ["One.", "Two."], slots: { anchor: "your word" } },
      beds: ["night-sea"],
    });
    const issues = result.ok ? [] : result.issues;
    expect(issues.map((issue) => [issue.code, issue.line, issue.column])).toEqual([[code, line, column]]);
    expect(issues[0]?.message).toMatch(mend);
  });

  it.each([
    ["[pause]"],
    ["[pause 4]"],
    ["[pause 11m]"],
    ["[pause 0s]"],
    ["[breathe 4 x3]"],
    ["[breathe 4-6 10]"],
    ["[breathe 4-6 x3 with]"],
    ["[breathe 4-6 x3 with a companion]"],
    ["[breathe 4-6 x0]"],
    ["[breathe 0-6 x3]"],
    ["[breathe 4-1-6-2-1 x3]"],
    ["[breathe 25-6 x3]"],
    ["[scene ocean -3 over 30s]"],
    ["[scene ocean -90dB over 30s]"],
    ["[scene ocean -3dB over 1s]"],
    ["[scene ocean -3dB in 30s]"],
    ["[bell loud]"],
    ["[pulse 110 to 60]"],
    ["[pulse 200 to 60 over 6m]"],
    ["[pulse 110 to 60 over 5s]"],
    ["[pulse stop]"],
    ["[count]"],
    ["[count 1]"],
    ["[count 21]"],
    ["[count 5 every 30s]"],
    ["[count 5]"],
    ["[count 5 up]"],
    ["[repeat]"],
    ["[repeat 1]"],
    ["[repeat 21]"],
    ["[words every 7s]"],
    ["[words every 3s for 15m]"],
    ["[words every 7s for 2h]"],
  ])("%s is refused with the form to write", (directive) => {
    const result = compileScript(script("## A", directive, "One."), { file: "x" });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["directive-value"]);
  });

  it.each([
    ["[choose place sea|fire]"],
    ["[choose place: sea]"],
    ["[choose place: sea|sea]"],
    ["[choose Place: a|b]"],
    ["[fork now]"],
  ])("%s before the first heading is refused with the form to write", (directive) => {
    const result = compileScript(script(directive, "## A", "One."), { file: "x" });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["directive-value"]);
  });

  it.each([
    ["bad words", "soft", "“soft” is no parameter"],
    ["a name where layers are not known", "surface=window", "give “surface” a number"],
  ])("in a scene's parameters are named: %s", (_, params, words) => {
    const result = compileScript(script("## A", `[scene rain -3dB over 9s, ${params}]`, "One."), {
      file: "x",
    });
    expect(result.ok ? [] : result.issues.map(({ message }) => message).join()).toContain(words);
  });

  it("come all at once, in the order of the text", () => {
    const result = compileScript(script("## A", "[paus 4s]", "One", "", "## A"), { file: "x" });
    expect(result.ok ? [] : result.issues.map(({ line }) => line)).toEqual([10, 11, 13, 13]);
  });

  it("are described as file, line and column", () => {
    const result = compileScript("", { file: "sounds/sessions/x/script.nl.md" });
    const first = result.ok ? undefined : result.issues[0];
    expect(first && describeScriptIssue(first)).toMatch(/^sounds\/sessions\/x\/script\.nl\.md:1:1: Begin/);
  });
});
