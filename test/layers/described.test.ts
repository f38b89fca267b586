import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layerDocs } from "../../src/cli/gallery/layer-doc.ts";
import { ROOT } from "../../src/cli/root.ts";
import { layers } from "./layers.ts";

describe.each(layers)("layer %s", (id, layer) => {
  it("says how it is made and where that comes from", async () => {
    const text = await readFile(join(ROOT, `sounds/layers/${layer.family}/${id}.ts`), "utf8");
    const [doc] = layerDocs(text);
    expect(doc?.id).toBe(id);
    expect(doc?.structure).toMatch(/\w/);
    expect(doc?.sources.length).toBeGreaterThan(0);
  });

  it.runIf(layer.family === "nature")("has three settings, each of its own", () => {
    const settings = Object.values(layer.settings ?? {});
    expect(settings).toHaveLength(3);
    expect(new Set(settings.map((values) => JSON.stringify(values))).size).toBe(3);
  });
});
