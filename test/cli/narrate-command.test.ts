import { dirname } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledArgs, readCommand } from "../../src/cli/narrate/command-line.ts";
import { readOptions } from "../../src/cli/narrate/options.ts";
import { missingPrograms } from "../../src/cli/narrate/programs.ts";
import { progressBar } from "../../src/cli/narrate/progress-bar.ts";
import { run } from "../../src/cli/narrate/run.ts";

describe("--tts", () => {
  it("is split into a program and its arguments, quotes kept together", () => {
    expect(readCommand(`piper --model "my voices/nl.onnx" --output_file '{out}' a"b c"d`)).toEqual({
      program: "piper",
      args: ["--model", "my voices/nl.onnx", "--output_file", "{out}", "ab cd"],
      takesText: false,
    });
  });

  it("gives the program every sentence as one argument, whatever signs it holds", () => {
    const command = readCommand("say -t {text} -o={out}");
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(filledArgs(command, text, "/tmp/a b.wav")).toEqual(["-t", text, "-o=/tmp/a b.wav"]);
      }),
    );
  });

  it.each([
    ["", /name a program/],
    ["piper --model nl.onnx", /with \{out\}/],
    [`piper "nl {out}`, /quote is not closed/],
  ])("%j is refused in plain words", (command, words) => {
    expect(() => readCommand(command)).toThrow(words);
  });
});

describe("options of narrate", () => {
  const tts = ["--tts", "x {out}", "--lang", "nl", "--narrator", "anna"];
  const about = ["--name", "Anna", "--author", "A", "--licence", "CC0-1.0"];

  it("without any speak with every narrator that the project ships, two in each language", () => {
    const options = readOptions([]);
    const languages = options === "help" ? [] : options.narrators.map(({ about }) => about.language);
    expect(languages.toSorted()).toEqual(["en", "en", "nl", "nl"]);
  });

  it("take another program for a narrator of one's own", () => {
    const options = readOptions([...tts, ...about, "--session", "orient"]);
    expect(options).toMatchObject({
      narrators: [{ about: { id: "anna", language: "nl", kind: "synthetic", licence: "CC0-1.0" } }],
      sessions: ["orient"],
    });
  });

  it.each([
    [["--lang", "de"], /known are nl and en/],
    [["--narrator", "nobody"], /no such narrator.*fenna \(nl\)/],
    [tts, /also needs/],
    [[...tts.slice(0, 5), "Anna Maria", ...about], /small letters/],
    [[...tts.slice(0, 5), "fenna", ...about], /project's own/],
    [["--loud"], /--loud/],
  ])("%j are refused in plain words", (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});

describe("the progress bar", () => {
  it("fills as lines are spoken, and keeps to one line of a terminal", () => {
    expect(progressBar(0, 4, "")).toBe(`${"░".repeat(24)} 0/4`);
    expect(progressBar(1, 4, "Dat kan.")).toBe(`${"█".repeat(6)}${"░".repeat(18)} 1/4 Dat kan.`);
    expect(progressBar(4, 4, "x".repeat(400)).length).toBeLessThan(80);
  });
});

describe("a program", () => {
  const node = process.execPath;

  it("gets its input and gives its output", async () => {
    const output = await run(node, ["-e", "process.stdin.pipe(process.stdout)"], "Dat kan.");
    expect(Buffer.from(output).toString()).toBe("Dat kan.");
  });

  it("that is missing is named", async () => {
    await expect(run("no-such-program", [])).rejects.toThrow("no-such-program was not found.");
  });

  it("that is missing is named before anything is spoken, in one line with what to install", async () => {
    expect(await missingPrograms(["flite", "ffmpeg", "flite"], "/no/such/folder")).toBe(
      "flite and ffmpeg were not found. Install (Debian): apt-get install flite ffmpeg.",
    );
    expect(await missingPrograms(["espeak-ng"], "")).toBe(
      "espeak-ng was not found. Install (Debian): apt-get install espeak-ng.",
    );
    expect(await missingPrograms([node, "no-such-program"], "")).toBe("no-such-program was not found.");
    expect(await missingPrograms(["node"], dirname(node))).toBeNull();
  });

  it("that fails is named with its last words", async () => {
    const failing = run(node, ["-e", "console.error('first'); console.error('no voice'); process.exit(3)"]);
    await expect(failing).rejects.toThrow(/ended with 3: no voice$/);
  });

  it("that does not read its input does not bring the command down", async () => {
    await expect(run(node, ["-e", "process.stdin.destroy()"], "x".repeat(1e6))).resolves.toHaveLength(0);
  });
});
