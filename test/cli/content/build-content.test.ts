import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { buildContent } from "../../../src/cli/content/build-content.ts";
import { unspoken } from "../../../src/cli/content/narration.ts";
import { parseSession } from "../../../src/session/parse.ts";
import { contentFixture } from "./fixture.ts";

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true });
});

async function fixture(...changes: Parameters<typeof contentFixture>): Promise<string> {
  const root = await contentFixture(...changes);
  roots.push(root);
  return root;
}

const builtJson = async (root: string, path: string) =>
  JSON.parse(await readFile(join(root, "sounds/built", path), "utf8"));

describe("building content", () => {
  it("makes a document of each bed and session, a catalogue, and presets named by their content", async () => {
    const root = await fixture();
    await buildContent(root);
    expect(parseSession(await builtJson(root, "sessions/soft.json"))).toMatchObject({ ok: true });
    expect(await builtJson(root, "sessions/rest.json")).toMatchObject({
      kind: "guided",
      titles: { nl: "Rest", en: "Rest" },
      bed: { layers: [{ layer: "hum", gainDb: 0 }] },
      ending: { fadeSeconds: 900 },
    });
    expect(await builtJson(root, "catalogue.json")).toMatchObject({
      layers: [{ id: "hum", family: "tone", loudnessLufs: -20 }],
      beds: [{ id: "soft", layers: ["hum"] }],
      sessions: [
        {
          id: "rest",
          languages: ["nl", "en"],
          moment: ["evening"],
          seconds: { nl: { usual: expect.any(Number) }, en: { usual: expect.any(Number) } },
        },
      ],
    });
    const { presets } = await builtJson(root, "presets.json");
    expect(presets).toHaveLength(2);
    for (const { version, body } of presets) {
      expect(version).toBe(createHash("sha256").update(body).digest("hex").slice(0, 16));
      expect(parseSession(JSON.parse(body))).toMatchObject({ ok: true });
    }
  });

  it("makes a module of each layer for the audio thread", async () => {
    const root = await fixture();
    await buildContent(root);
    const module = await readFile(join(root, "sounds/built/worklets/layer-hum.ts"), "utf8");
    expect(module).toContain('import { hum } from "../../layers/tone/hum.ts"');
    expect(module).toContain("bringLayers(hum);");
  });

  it("wants a layer in the folder of its family, under its own name", async () => {
    const elsewhere = "sounds/layers/nature/hum.ts";
    const root = await fixture();
    await mkdir(join(root, "sounds/layers/nature"));
    await rename(join(root, "sounds/layers/tone/hum.ts"), join(root, elsewhere));
    await expect(buildContent(root)).rejects.toThrow(
      `${elsewhere}: the layer "hum" of family "tone" belongs in sounds/layers/tone/hum.ts`,
    );
  });

  it("leaves what has not changed untouched, and takes away what is no more", async () => {
    const root = await fixture();
    await buildContent(root);
    const path = join(root, "sounds/built/presets.json");
    const before = await stat(path);
    await writeFile(join(root, "sounds/built/sessions/gone.json"), "{}");
    await buildContent(root);
    expect((await stat(path)).mtimeMs).toBe(before.mtimeMs);
    expect((await readdir(join(root, "sounds/built/sessions"))).sort()).toEqual(["rest.json", "soft.json"]);
  });

  it("gives each recording an address that changes with its sound", async () => {
    const manifest = {
      id: "reader",
      name: "Reader",
      language: "en",
      kind: "human",
      author: "Test",
      licence: "MIT",
      sample: "rest/00000001",
      lines: { "rest/00000001": { seconds: 1.5 } },
    };
    const root = await fixture({
      "sounds/narration/en/reader/manifest.json": () => JSON.stringify(manifest),
      "sounds/narration/en/reader/rest/00000001.mp3": () => "one",
    });
    const addressOf = async () => {
      await buildContent(root);
      const { packs } = await builtJson(root, "narration.json");
      return String(packs[0].lines["rest/00000001"].url);
    };
    const first = await addressOf();
    expect(await readFile(join(root, "public", first), "utf8")).toBe("one");
    await writeFile(join(root, "sounds/narration/en/reader/rest/00000001.mp3"), "two");
    const second = await addressOf();
    expect(second).not.toBe(first);
    expect(await readFile(join(root, "public", second), "utf8")).toBe("two");
    await expect(readFile(join(root, "public", first))).rejects.toThrow();

    const { sessions, narration } = await buildContent(root);
    const [pack] = narration.packs;
    const scripts = sessions.find(({ id }) => id === "rest")?.scripts;
    if (!pack) throw new Error("no pack");
    expect(unspoken(pack, "rest", scripts)).toEqual(["It is late."]);
  });
});

describe("what must be mended", () => {
  it.each([
    [
      "a script",
      "sounds/sessions/rest/script.en.md",
      (text = "") => text.replace("[pause 4s]", "[paws 4s]"),
      /^sounds\/sessions\/rest\/script\.en\.md:11:2: “paws”/,
    ],
    [
      "a bed that is no JSON",
      "sounds/beds/soft.json",
      (text = "") => text.replace('"layers":', '"layers"'),
      /^sounds\/beds\/soft\.json:2:12: A colon/,
    ],
    [
      "a bed with a level that is too loud",
      "sounds/beds/soft.json",
      (text = "") => text.replace('"gainDb": 0', '"gainDb": 60'),
      /^sounds\/beds\/soft\.json:2:42: layers > 0 > gainDb: /,
    ],
    [
      "a bed with a layer that does not exist",
      "sounds/beds/soft.json",
      (text = "") => text.replace('"hum"', '"hmm"'),
      /^sounds\/beds\/soft\.json:2:25: No layer is called so\. Known are hum\.$/m,
    ],
    [
      "a bed with a parameter out of range",
      "sounds/beds/soft.json",
      (text = "") => text.replace('"gainDb": 0', '"gainDb": 0, "params": { "depth": 7 }'),
      /Must lie between 0 and 1/,
    ],
    [
      "a layer without a name",
      "src/i18n/nl/names.json",
      (text = "") => text.replace('"hum": "Hum"', '"ham": "Ham"'),
      /^src\/i18n\/nl\/names\.json:2:13: Layer hum has no name in "nl"; add layers > hum\.\n.*:3:12: layers > ham names something that does not exist/,
    ],
    [
      "a choice without a name",
      "src/i18n/en/names.json",
      (text = "") => text.replace('"square"', '"sqare"'),
      /Choice square of hum, shape has no name in "en"/,
    ],
    [
      "an interface word that is missing",
      "src/i18n/nl/messages.json",
      () => "{}",
      /^src\/i18n\/nl\/messages\.json:1:1: \S+ has no text/,
    ],
    [
      "a language file that is no JSON",
      "src/i18n/nl/messages.json",
      () => '{ "a": }',
      /^src\/i18n\/nl\/messages\.json:1:8: A value was expected here\.$/m,
    ],
    [
      "an opening without its line about the phone",
      "sounds/opening/script.nl.md",
      (text = "") => text.replace("{#put-away}", "{#other}"),
      /^sounds\/opening\/script\.nl\.md: The part \{#put-away\} is missing\.$/m,
    ],
    [
      "a pack that is not whole",
      "sounds/narration/nl/reader/manifest.json",
      () => "{}",
      /^sounds\/narration\/nl\/reader\/manifest\.json:1:1: /,
    ],
  ])("is told of %s, with its place, and nothing is written", async (_, path, change, words) => {
    const root = await fixture({ [path]: change });
    await expect(buildContent(root)).rejects.toThrow(words);
    await expect(stat(join(root, "sounds/built"))).rejects.toThrow();
  });

  it("is told all at once", async () => {
    const root = await fixture({
      "sounds/beds/soft.json": (text = "") => text.replace('"gainDb": 0', '"gainDb": 60'),
      "src/i18n/nl/names.json": () => "[]",
    });
    await expect(buildContent(root)).rejects.toThrow(/names\.json[\s\S]*soft\.json/);
  });
});
