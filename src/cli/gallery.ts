import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { namesFrom } from "../i18n/namesFrom.ts";
import { CHROMIUM_ARGS, findChromium } from "./chromium/find.ts";
import { layerInfo } from "./content/catalogue-file.ts";
import { contentOrFail } from "./content/content-or-fail.ts";
import { fail, failWith } from "./fail.ts";
import { readFigures } from "./gallery/figures.ts";
import { indexPage } from "./gallery/index-page.ts";
import { readLayerDocs } from "./gallery/layer-doc.ts";
import { photographGallery } from "./gallery/photograph.ts";
import { ROOT } from "./root.ts";
import { buildApp } from "./serve/build-app.ts";
import { serveWorkerd } from "./serve/workerd.ts";

/** `npm run gallery`: a picture of every sound in docs/sounds, as the app's own gallery draws it, and their index. */
const FOLDER = join(ROOT, "docs/sounds");

const executablePath = findChromium();
if (!executablePath) fail("There is no Chrome or Chromium; set CHROMIUM to one, or run npm test once.");
const { layers } = await contentOrFail(ROOT);
const text = indexPage({
  layers: [...layers.values()].map(layerInfo),
  docs: await readLayerDocs(ROOT).catch(failWith),
  names: namesFrom((await import("../i18n/en/names.json", { with: { type: "json" } })).default),
  figures: {
    engine: await readFigures(ROOT, "engine").catch(failWith),
    layers: await readFigures(ROOT, "layers").catch(failWith),
    realism: await readFigures(ROOT, "realism").catch(failWith),
  },
});
await buildApp(ROOT).catch(failWith);

const stateFolder = await mkdtemp(join(tmpdir(), "luwte-gallery-"));
const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder }).catch(failWith);
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
try {
  const pictures = await photographGallery(browser, served.address, [...layers.keys()]);
  await mkdir(FOLDER, { recursive: true });
  for (const old of await readdir(FOLDER)) if (old.endsWith(".png")) await rm(join(FOLDER, old));
  for (const [layer, png] of pictures) await writeFile(join(FOLDER, `${layer}.png`), png);
  await writeFile(join(FOLDER, "README.md"), text);
  console.log(`docs/sounds: ${pictures.size} pictures and their index`);
} finally {
  await browser.close();
  await served.stop();
  await rm(stateFolder, { recursive: true, force: true });
}
