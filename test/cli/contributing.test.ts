import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildContent } from "../../src/cli/content/build-content.ts";
import { layerDocs } from "../../src/cli/gallery/layer-doc.ts";
import { measuredLufs } from "../../src/cli/layer-loudness.ts";
import { checkFiles } from "../../src/cli/script/check-files.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { Walk } from "./walk.ts";

/** The walks of CONTRIBUTING.md, walked in a copy of the project. */
let walk: Walk;

beforeEach(async () => {
  walk = await Walk.along("CONTRIBUTING.md");
});
afterEach(() => walk.end());

describe("add a layer in five minutes", () => {
  it("works as it is written", async () => {
    await walk.write("sounds/layers/nature/creek.ts");
    expect(await walk.problems()).toEqual(walk.block("missing names").trim().split("\n"));
    for (const language of ["nl", "en"]) await walk.addNames(`names ${language}`, language);
    expect(await walk.problems()).toEqual([]);

    const { layers } = await buildContent(walk.root);
    const creek = layers.get("creek");
    if (!creek) throw new Error("the creek is not in the catalogue");
    expect(Math.abs(measuredLufs(creek) - creek.loudnessLufs)).toBeLessThan(0.05);
    expect(layerDocs(walk.block("sounds/layers/nature/creek.ts"))).toMatchObject([{ id: "creek" }]);
    expect(Object.keys(creek.settings ?? {})).toHaveLength(3);
    const worklet = await readFile(join(walk.root, "sounds/built/worklets/layer-creek.ts"), "utf8");
    expect(worklet).toContain("bringLayers(creek);");
    const at = { sampleRate: 48_000, seed: 1 };
    const [whole] = renderLayer(creek, { ...at, fromFrame: 0, frames: 128 * 1500 });
    const [stretch] = renderLayer(creek, { ...at, fromFrame: 128 * 1000, frames: 128 * 500 });
    expect(stretch).toEqual(whole.subarray(128 * 1000));
  });
});

describe("add a session in five minutes", () => {
  it("works as it is written", async () => {
    for (const language of ["nl", "en"]) await walk.write(`sounds/sessions/small-rest/script.${language}.md`);
    expect(await walk.problems()).toContain(
      'src/i18n/nl/names.json: Session small-rest has no name in "nl"; add sessions > small-rest.',
    );
    for (const language of ["nl", "en"]) await walk.addNames(`titles ${language}`, language);
    expect(await walk.problems()).toEqual([]);
    expect((await checkFiles(walk.root, [])).findings).toEqual([]);
    const { presets } = JSON.parse(await readFile(join(walk.root, "sounds/built/presets.json"), "utf8"));
    expect(presets).toContainEqual(
      expect.objectContaining({ id: "small-rest", titles: { nl: "Kleine rust", en: "Small rest" } }),
    );
  });
});
