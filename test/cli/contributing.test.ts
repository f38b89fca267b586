import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildContent } from "../../src/cli/content/build-content.ts";
import { layerDocs } from "../../src/cli/gallery/layer-doc.ts";
import { measuredLufs } from "../../src/cli/layer-loudness.ts";
import { ROOT } from "../../src/cli/root.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";

/** The walks of CONTRIBUTING.md, walked in a copy of the project. */
let root = "";
let blocks: ReadonlyMap<string, string>;

beforeEach(async () => {
  const guide = await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const found = guide.matchAll(/^```\w+ (\S[^\n]*)\n([\s\S]*?)^```$/gm);
  blocks = new Map([...found].map(([, name = "", text = ""]) => [name, text]));
  root = await mkdtemp(join(tmpdir(), "luwte-walk-"));
  for (const folder of ["layers", "beds", "sessions", "opening"]) {
    await cp(join(ROOT, "sounds", folder), join(root, "sounds", folder), { recursive: true });
  }
  await mkdir(join(root, "sounds/narration"));
  for (const language of ["nl", "en"]) {
    await cp(join(ROOT, "src/i18n", language), join(root, "src/i18n", language), { recursive: true });
  }
  await symlink(join(ROOT, "src/dsp"), join(root, "src/dsp"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

function block(name: string): string {
  const text = blocks.get(name);
  if (text === undefined) throw new Error(`CONTRIBUTING.md has no block “${name}”`);
  return text;
}

async function write(path: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), block(path));
}

/** Adds a block's names to a language folder, as a person would by hand. */
async function addNames(name: string, language: string): Promise<void> {
  const path = join(root, `src/i18n/${language}/names.json`);
  const names = JSON.parse(await readFile(path, "utf8"));
  for (const [group, entries] of Object.entries(JSON.parse(block(name))))
    Object.assign(names[group], entries);
  await writeFile(path, JSON.stringify(names));
}

async function problems(): Promise<readonly string[]> {
  try {
    await buildContent(root);
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
      .split("\n")
      .map((line) => line.replace(/:\d+:\d+: /, ": "));
  }
}

describe("add a layer in five minutes", () => {
  it("works as it is written", async () => {
    await write("sounds/layers/nature/creek.ts");
    expect(await problems()).toEqual(block("missing names").trim().split("\n"));
    for (const language of ["nl", "en"]) await addNames(`names ${language}`, language);
    expect(await problems()).toEqual([]);

    const { layers } = await buildContent(root);
    const creek = layers.get("creek");
    if (!creek) throw new Error("the creek is not in the catalogue");
    expect(Math.abs(measuredLufs(creek) - creek.loudnessLufs)).toBeLessThan(0.05);
    expect(layerDocs(block("sounds/layers/nature/creek.ts"))).toMatchObject([{ id: "creek" }]);
    expect(Object.keys(creek.settings ?? {})).toHaveLength(3);
    const worklet = await readFile(join(root, "sounds/built/worklets/layer-creek.ts"), "utf8");
    expect(worklet).toContain("bringLayers(creek);");
    const at = { sampleRate: 48_000, seed: 1 };
    const [whole] = renderLayer(creek, { ...at, fromFrame: 0, frames: 128 * 1500 });
    const [stretch] = renderLayer(creek, { ...at, fromFrame: 128 * 1000, frames: 128 * 500 });
    expect(stretch).toEqual(whole.subarray(128 * 1000));
  });
});

describe("add a session in five minutes", () => {
  it("works as it is written", async () => {
    for (const language of ["nl", "en"]) await write(`sounds/sessions/small-rest/script.${language}.md`);
    expect(await problems()).toContain(
      'src/i18n/nl/names.json: Session small-rest has no name in "nl"; add sessions > small-rest.',
    );
    for (const language of ["nl", "en"]) await addNames(`titles ${language}`, language);
    expect(await problems()).toEqual([]);
    const { presets } = JSON.parse(await readFile(join(root, "sounds/built/presets.json"), "utf8"));
    expect(presets).toContainEqual(
      expect.objectContaining({ id: "small-rest", titles: { nl: "Kleine rust", en: "Small rest" } }),
    );
  });
});
