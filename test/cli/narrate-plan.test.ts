import { describe, expect, it } from "vitest";
import { planPack } from "../../src/cli/narrate/plan-pack.ts";

const recipe = "0000aaaa";
const line = (sha256: string, of = recipe) => ({ seconds: 2, lufs: -24, bytes: 9, sha256, recipe: of });
const all = () => true;
const wanted = [
  { key: "a/1", text: "One." },
  { key: "a/2", text: "Two." },
];

describe("planPack", () => {
  it("speaks everything into an empty pack", () => {
    expect(planPack(wanted, { lines: {}, files: new Map() }, recipe, all)).toEqual({
      keep: {},
      speak: wanted,
      remove: [],
    });
  });

  it("speaks nothing where nothing changed", () => {
    const lines = { "a/1": line("x"), "a/2": line("y") };
    const files = new Map([
      ["a/1", "x"],
      ["a/2", "y"],
    ]);
    expect(planPack(wanted, { lines, files }, recipe, all)).toEqual({ keep: lines, speak: [], remove: [] });
  });

  it.each([
    ["a recording is missing", { "a/1": line("x"), "a/2": line("y") }, [["a/1", "x"]]],
    [
      "a recording was changed",
      { "a/1": line("x"), "a/2": line("y") },
      [
        ["a/1", "x"],
        ["a/2", "z"],
      ],
    ],
    [
      "the manifest does not know it",
      { "a/1": line("x") },
      [
        ["a/1", "x"],
        ["a/2", "y"],
      ],
    ],
    [
      "it was spoken another way",
      { "a/1": line("x"), "a/2": line("y", "bbbbbbbb") },
      [
        ["a/1", "x"],
        ["a/2", "y"],
      ],
    ],
  ] as const)("speaks a line anew where %s", (_, lines, files) => {
    const plan = planPack(wanted, { lines, files: new Map(files) }, recipe, all);
    expect(plan.speak).toEqual([wanted[1]]);
    expect(Object.keys(plan.keep)).toEqual(["a/1"]);
    expect(plan.remove).toEqual([]);
  });

  it("forgets and removes what nothing says any more", () => {
    const state = {
      lines: { "a/9": line("x") },
      files: new Map([
        ["a/9", "x"],
        ["b/7", "q"],
      ]),
    };
    const plan = planPack(wanted, state, recipe, all);
    expect(plan.keep).toEqual({});
    expect(plan.remove).toEqual(["a/9", "b/7"]);
  });

  it("leaves sessions alone that the run does not cover", () => {
    const state = { lines: { "b/7": line("q", "bbbbbbbb") }, files: new Map([["b/7", "q"]]) };
    const plan = planPack(wanted, state, recipe, (session) => session === "a");
    expect(plan.keep).toEqual(state.lines);
    expect(plan.remove).toEqual([]);
  });
});
