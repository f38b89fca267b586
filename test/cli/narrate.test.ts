import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makePack, type PackReport } from "../../src/cli/narrate/make-pack.ts";
import { PackFolder } from "../../src/cli/narrate/pack-folder.ts";
import { readSpoken } from "../../src/cli/narrate/script-lines.ts";
import { commandSpeaker } from "../../src/cli/narrate/speaker.ts";

const front = `---
moment: evening
need: tired
author: A
reviewed-by: B
bed: night-sea
usual: 1m
---
`;
const opening = `${front}## Sample {#sample}\nThis is how I sound.\n`;
const words = readFileSync(join(import.meta.dirname, "../../src/i18n/en/script.json"), "utf8");
const session = (...sentences: string[]) => `${front}## A\n${sentences.join("\n")}\n`;

/** A program that "speaks": a tone of 100 ms for each letter of its input; says nothing of "Silence.", refuses "No.". */
const TTS = `
import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync(0, "utf8").trim();
if (text === "No.") { console.error("no voice for that"); process.exit(2); }
const samples = new Int16Array(2205 * text.length);
if (text !== "Silence.") samples.forEach((_, i) => { samples[i] = 9000 * Math.sin(i / 12); });
const head = Buffer.alloc(44);
head.write("RIFF", 0); head.writeUInt32LE(36 + samples.byteLength, 4); head.write("WAVEfmt ", 8);
head.writeUInt32LE(16, 16); head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22);
head.writeUInt32LE(22050, 24); head.writeUInt32LE(44100, 28); head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34);
head.write("data", 36); head.writeUInt32LE(samples.byteLength, 40);
writeFileSync(process.argv[2], Buffer.concat([head, Buffer.from(samples.buffer)]));
`;

const about = {
  id: "anna",
  language: "en",
  name: "Anna",
  kind: "synthetic",
  author: "A",
  licence: "CC0-1.0",
} as const;
const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;

// ffmpeg makes the recordings; the app and its other tests do without it.
describe.skipIf(!hasFfmpeg)("narrate with a program of one's own", { timeout: 60_000 }, () => {
  let root = "";
  /** Where all three lines have been spoken, once for all tests that go on from there. */
  let spoken = "";
  let firstReport: PackReport;
  const write = async (file: string, text: string) => {
    await mkdir(join(root, file, ".."), { recursive: true });
    await writeFile(join(root, file), text);
  };
  const narrate = (program = process.execPath) =>
    makePack({
      root,
      narrator: { about, speaker: commandSpeaker(`"${program}" "${join(spoken, "tts.mjs")}" {out}`) },
      sessions: null,
      progress: () => {},
    });
  const manifest = async () => {
    const read = await new PackFolder(root, "en", "anna").readManifest();
    if (!read) throw new Error("there is a manifest");
    return read;
  };

  const newFolder = () => mkdtemp(join(tmpdir(), "luwte-narrate-test-"));

  beforeAll(async () => {
    root = spoken = await newFolder();
    await write("tts.mjs", TTS);
    await write("sounds/layers/README.md", "");
    await write("src/i18n/en/script.json", words);
    await write("sounds/opening/script.en.md", opening);
    await write("sounds/sessions/trial/script.en.md", session("One sentence.", "And another."));
    firstReport = await narrate();
  });
  afterAll(() => rm(spoken, { recursive: true, force: true }));
  beforeEach(async () => {
    root = await newFolder();
    await cp(spoken, root, { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const forget = () => rm(join(root, "sounds/narration"), { recursive: true });

  it("makes one levelled recording of every line, and a manifest that tells their lengths", async () => {
    expect(firstReport).toMatchObject({ spoken: 3, kept: 0, removed: 0 });
    const { lines, sample, ...rest } = await manifest();
    expect(rest).toEqual(about);
    expect(Object.keys(lines)).toContain(sample);
    const seconds = Object.values(lines).map((line) => line.seconds);
    expect(seconds.toSorted()).toEqual([1.24, 1.34, 2.04].map((s) => expect.closeTo(s, 2)));
    for (const { lufs } of Object.values(lines)) expect(lufs).toBeCloseTo(-24, 0);
  });

  it("records numbers, loose words, and a slot with the words that stand in it where nobody gave any", async () => {
    const list = ["[words every 7s for 2m]", "- apple", "- one blue door"];
    await write(
      "sounds/sessions/trial/script.en.md",
      session("Say {anchor} softly.", "[count 2]", "[count 2 down]", ...list),
    );
    const said = await readSpoken(root, "en");
    expect(said.sessions.find(({ id }) => id === "trial")?.lines.map(({ text }) => text)).toEqual([
      "Say your word softly.",
      "One.",
      "Two.",
      "apple",
      "one blue door",
    ]);
  });

  it("speaks again only what changed, and removes what nothing says any more", async () => {
    expect(await narrate()).toMatchObject({ spoken: 0, kept: 3, removed: 0 });
    await write("sounds/sessions/trial/script.en.md", session("One sentence.", "And one more."));
    expect(await narrate()).toMatchObject({ spoken: 1, kept: 2, removed: 1 });
    const { lines } = await manifest();
    const folder = new PackFolder(root, "en", "anna");
    expect([...(await folder.readState()).files.keys()].toSorted()).toEqual(Object.keys(lines).toSorted());
  });

  it("mends a recording that was damaged", async () => {
    const before = await manifest();
    const key = Object.keys(before.lines).at(-1) ?? "";
    const file = new PackFolder(root, "en", "anna").file(key);
    const sound = await readFile(file);
    await writeFile(file, "damaged");
    expect(await narrate()).toMatchObject({ spoken: 1 });
    expect(await readFile(file)).toEqual(sound);
  });

  it.each([
    ["No.", /trial\/[0-9a-f]{8} \(“No\.”\): .*no voice for that/],
    ["Silence.", /“Silence\.”.*silence/],
  ])("names the line that could not be made (%s) and keeps what was made before", async (sentence, words) => {
    await write("sounds/sessions/trial/script.en.md", session("A new sentence.", sentence));
    await expect(narrate()).rejects.toThrow(words);
    expect(Object.keys((await manifest()).lines)).toHaveLength(2);
    await write("sounds/sessions/trial/script.en.md", session("A new sentence."));
    expect(await narrate()).toMatchObject({ spoken: 0, kept: 2 });
  });

  it("says which program is missing", async () => {
    await forget();
    await expect(narrate("no-such-tts")).rejects.toThrow(/no-such-tts was not found/);
  });

  it("says where a script is wrong before anything is spoken", async () => {
    await write("sounds/sessions/trial/script.en.md", session("[paus 4s]"));
    await expect(narrate()).rejects.toThrow(/^sounds\/sessions\/trial\/script\.en\.md:10:2: /);
  });

  it("refuses a damaged manifest instead of writing over it", async () => {
    await write("sounds/narration/en/anna/manifest.json", "{");
    await expect(narrate()).rejects.toThrow(/manifest\.json is damaged/);
  });
});
