import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { expect, inject, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import type { SayCue } from "../../src/session/cue.ts";
import { NarrationIndex } from "../../src/session/narration.ts";
import { parseSession } from "../../src/session/parse.ts";
import { timeline } from "../../src/session/timeline.ts";
import type { SiteManifest } from "../../worker/site/manifest.ts";
import { firstSoundFiles } from "../helper/first-sound-files.ts";
import { peak } from "../helper/levels.ts";
import { heardUntil, openBrowser, PATIENCE_MS, pressBegin } from "./evening.ts";

const BYTES_AT_MOST = 80 * 1024;
/** Each request costs a device as much as kilobytes do. */
const FILES_AT_MOST = 8;
/** Beyond the app, until somebody speaks. */
const SPOKEN_BYTES_AT_MOST = 200 * 1024;

it("needs at most 80 KB gzipped in eight files before a bed is heard, and no audio file", async () => {
  const files = await firstSoundFiles();
  const bytes = files.reduce((sum, file) => sum + file.gzipBytes, 0);
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["/", /\.css$/, /\/worklet-/].map((name) => expect.stringMatching(name))),
  );
  expect(paths.filter((path) => !/^\/$|\.(css|js)$/.test(path))).toEqual([]);
  expect(files.length).toBeLessThanOrEqual(FILES_AT_MOST);
  expect(bytes).toBeLessThanOrEqual(BYTES_AT_MOST);
  expect(bytes).toBeGreaterThan(40 * 1024);
});

it("needs at most 200 KB more before the first line of any session is spoken, in both languages", async () => {
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(ROOT, file), "utf8"));
  const site = (await json("dist/selfhost/site.json")) as SiteManifest;
  const served = (path: string) => site[path]?.gzipBytes ?? site[path]?.bytes ?? Number.NaN;
  const index = Object.keys(site).find((path) => /^\/assets\/narration-[\w-]+\.js$/.test(path));
  const { packs } = v.parse(NarrationIndex, await json("sounds/built/narration.json"));
  const { sessions } = (await json("sounds/built/catalogue.json")) as { sessions: { id: string }[] };
  for (const { id } of sessions) {
    const document = Object.keys(site).find((path) =>
      new RegExp(`^/assets/${id}-[\\w-]{8}\\.js$`).test(path),
    );
    const parsed = parseSession(await json(`sounds/built/sessions/${id}.json`));
    if (!parsed.ok) throw new Error(`session ${id} is damaged`);
    for (const pack of packs) {
      const { cues } = timeline(parsed.session, {
        language: pack.language,
        wantedSeconds: null,
        breath: { perMinute: 12 },
        lineSeconds: (line) => pack.lines[`${id}/${line}`]?.seconds ?? Number.NaN,
      });
      const first = cues.find((cue): cue is SayCue => cue.kind === "say");
      const recording = pack.lines[`${id}/${first?.line}`]?.url ?? "";
      const bytes = served(index ?? "") + served(document ?? "") + served(recording);
      expect(bytes, `${id}, ${pack.name}`).toBeLessThanOrEqual(SPOKEN_BYTES_AT_MOST);
    }
  }
});

it("is heard where nothing else can be had", async () => {
  const needed = new Set((await firstSoundFiles()).map(({ path }) => path));
  const browser = await openBrowser();
  try {
    // The page's words are the larger language's: either is enough.
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
    await context.route("**/*", (route) => {
      const { pathname } = new URL(route.request().url());
      // The ears are the test's own.
      const served = needed.has(pathname) || /\/(ears|messages)-/.test(pathname);
      return served ? route.continue() : route.abort();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${inject("address")}/?ears=master`);
    await pressBegin(page);
    expect(peak((await heardUntil(page, "master", 2)).samples)).toBeGreaterThan(0.001);
  } finally {
    await browser.close();
  }
});
