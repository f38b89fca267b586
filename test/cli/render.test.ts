import { describe, expect, it } from "vitest";
import { parseRenderArguments } from "../../src/cli/render/arguments.ts";
import { peak } from "../helper/levels.ts";
import { firstDifference, rendered, runRender } from "../helper/render-command.ts";

const PINK = ["--layer", "pink", "--out", "a.wav"];

describe("render's arguments", () => {
  it("stand at a layer's, bed's or session's own length, from the start, seed 1, 48 kHz", () => {
    const usual = { seconds: null, fromSeconds: 0, seed: 1, sampleRate: 48_000, out: "a.wav" };
    expect(parseRenderArguments(PINK)).toEqual({ kind: "layer", id: "pink", params: {}, ...usual });
    expect(parseRenderArguments(["--bed", "night-sea", "--out", "a.wav"])).toEqual({
      kind: "bed",
      id: "night-sea",
      ...usual,
    });
    expect(parseRenderArguments(["--session", "orient", "--out", "a.wav"])).toEqual({
      kind: "session",
      id: "orient",
      language: "nl",
      ...usual,
    });
  });

  it("are taken as they are given", () => {
    const times = ["--seconds", "2.5", "--from", "60", "--seed", "7", "--rate", "44100"];
    const params = ["--param", "intensity=0.25", "--param", "surface=1"];
    expect(parseRenderArguments(["--layer", "rain", ...params, ...times, "--out", "b.wav"])).toEqual({
      kind: "layer",
      id: "rain",
      params: { intensity: 0.25, surface: 1 },
      seconds: 2.5,
      fromSeconds: 60,
      seed: 7,
      sampleRate: 44_100,
      out: "b.wav",
    });
  });

  it.each([
    ["nothing named", ["--out", "a.wav"], /Name one of/],
    ["two things named", [...PINK, "--bed", "night-sea"], /Name one of/],
    ["no file", ["--layer", "pink"], /--out says/],
    ["an unknown option", [...PINK, "--loud"], /--loud/],
    ["a word too many", [...PINK, "brown"], /brown/],
    ["no length", [...PINK, "--seconds", "0"], /--seconds is a number from/],
    ["a length in words", [...PINK, "--seconds", "long"], /--seconds is a number from/],
    ["an empty length", [...PINK, "--seconds", ""], /--seconds is a number from/],
    ["a start before the start", [...PINK, "--from=-1"], /--from is a number from/],
    ["half a seed", [...PINK, "--seed", "1.5"], /--seed is a whole number/],
    ["a rate that nobody has", [...PINK, "--rate", "10"], /--rate is a number from/],
    ["a parameter without a value", [...PINK, "--param", "depth"], /--param is written/],
    ["a parameter of a bed", ["--bed", "x", "--param", "a=1", "--out", "a.wav"], /--param goes with/],
    ["a language of a layer", [...PINK, "--lang", "nl"], /--lang goes with/],
    ["a language there is not", ["--session", "x", "--lang", "fr", "--out", "a.wav"], /--lang is one of/],
  ])("with %s are refused in one line", (_, args, words) => {
    const parsed = parseRenderArguments(args);
    const problem = "problem" in parsed ? parsed.problem : "";
    expect(problem).toMatch(words);
    expect(problem).toContain("Usage: npm run render");
    expect(problem).not.toContain("\n");
  });
});

describe.concurrent("render", () => {
  it.each([
    [["--layer", "harp"], /There is no layer "harp"\. There are: .*pink/],
    [["--layer", "rain", "--param", "wind=1"], /has no parameter "wind"\. It has: intensity, surface/],
    [["--layer", "rain", "--param", "intensity=2"], /goes from 0 to 1/],
    [["--bed", "hammock"], /There is no bed "hammock"\. There are: .*night-sea/],
    [["--session", "night-sea"], /There is no session "night-sea"\. There are: .*wind-down/],
    [["--layer", "pink", "--seconds", "0"], /--seconds is a number/],
  ])("%s: one line, status 2, no file", async (args, words) => {
    const { status, stderr, bytes } = await runRender(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr.trim()).not.toContain("\n");
    expect(bytes).toHaveLength(0);
  });

  it("writes the same file from the same seed, and another from another", async () => {
    const render = (seed: string) => runRender("--layer", "pink", "--seconds", "3", "--seed", seed);
    const [one, again, other] = await Promise.all([render("1"), render("1"), render("2")]);
    expect(one.status).toBe(0);
    expect(one.bytes.length).toBe(44 + 3 * 48_000 * 8);
    expect(one.bytes.equals(again.bytes)).toBe(true);
    expect(one.bytes.equals(other.bytes)).toBe(false);
  });

  it.each(["48000", "44100"])("a stretch is the long render's, at %s Hz", async (rate) => {
    const rain = ["--layer", "rain", "--param", "intensity=0.7", "--rate", rate];
    const [long, stretch] = await Promise.all([
      rendered(...rain, "--seconds", "3"),
      rendered(...rain, "--from", "1", "--seconds", "2"),
    ]);
    expect(stretch.sampleRate).toBe(Number(rate));
    expect(stretch.channels.map(({ length }) => length)).toEqual([2 * Number(rate), 2 * Number(rate)]);
    expect(peak(stretch.channels[0] ?? [])).toBeGreaterThan(0.01);
    expect(firstDifference(stretch, long, 1)).toBe(-1);
  });
});
