import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { LANGUAGES } from "../session/schema.ts";
import { CHROMIUM_ARGS, findChromium } from "./chromium/find.ts";
import { contentOrFail } from "./content/content-or-fail.ts";
import { fail, failWith } from "./fail.ts";
import { ROOT } from "./root.ts";
import { compose } from "./screenshots/compose.ts";
import { atDesk, onPhone } from "./screenshots/evening.ts";
import { indexedPng } from "./screenshots/indexed-png.ts";
import { pixelsOf } from "./screenshots/pixels.ts";
import { buildApp } from "./serve/build-app.ts";
import { serveWorkerd } from "./serve/workerd.ts";

/** `npm run screenshots`: the built app at 23:40, in every language, as docs/screenshots/*.png. Takes a minute. */
const FOLDER = "docs/screenshots";
/** The README's picture: these phones, from left to right. */
const README_VIEWS = ["home", "night", "preview"];

const executablePath = findChromium();
if (!executablePath) fail("There is no Chrome or Chromium; set CHROMIUM to one, or run npm test once.");
const { sessions } = await contentOrFail(ROOT);
const guided = sessions.find(({ id }) => id === "wind-down");
if (!guided) fail("There is no wind-down to show.");
await buildApp(ROOT).catch(failWith);

const stateFolder = await mkdtemp(join(tmpdir(), "luwte-screenshots-"));
const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder }).catch(failWith);
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
const pictures = new Map<string, Buffer>();
try {
  await Promise.all(
    LANGUAGES.map(async (language) => {
      const evening = { browser, address: served.address, language, guided };
      for (const views of [await atDesk(evening), await onPhone(evening)]) {
        for (const [view, png] of views) pictures.set(`${language}-${view}`, png);
      }
    }),
  );
  const phones = README_VIEWS.flatMap((view) => pictures.get(`en-${view}`) ?? []);
  pictures.set("luwte", await compose(browser, phones));
  for (const [name, png] of pictures) pictures.set(name, indexedPng(await pixelsOf(browser, png)));
} finally {
  await browser.close();
  await served.stop();
  await rm(stateFolder, { recursive: true, force: true });
}

await rm(join(ROOT, FOLDER), { recursive: true, force: true });
await mkdir(join(ROOT, FOLDER), { recursive: true });
for (const [name, png] of pictures) {
  await writeFile(join(ROOT, FOLDER, `${name}.png`), png);
  console.log(`${FOLDER}/${name}.png  ${Math.round(png.length / 1024)} KB`);
}
