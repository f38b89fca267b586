import { chromium } from "playwright-core";
import type { Bench } from "../../src/cli/bench/bench.ts";
import { CHROMIUM_ARGS, findChromium } from "../../src/cli/chromium/find.ts";
import { withProjectServer } from "../../src/cli/chromium/project-server.ts";
import { sampleReceiver } from "../../src/cli/chromium/sample-receiver.ts";
import { contentOrFail } from "../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../src/cli/root.ts";
import { type AppHeard, hearApp } from "./second-engine/app.ts";
import { compare } from "./second-engine/compare.ts";
import { openFirefox } from "./second-engine/firefox.ts";
import { openNullOutput } from "./second-engine/null-output.ts";
import { type Piece, SAMPLES_PATH } from "./second-engine/piece.ts";
import { piecesOf } from "./second-engine/pieces.ts";

const MOST_DB = -90;
/** Names the app among what can be asked for alone. */
const APP = "app";
const PAGE = "test/bench/second-engine/page.html";

/** The same sound in two browsers' engines: every layer, every course, nights; and the app itself, heard in Firefox. */
export const bench: Bench = {
  about: "layers, ramps and beds in Firefox against Chromium, sample by sample; and the app heard in Firefox",
  async run(only) {
    const content = await contentOrFail(ROOT);
    const isWanted = (id: string) => only?.includes(id) ?? true;
    const pieces = piecesOf(content).filter(({ id }) => isWanted(id));
    if (pieces.length === 0 && !isWanted(APP)) throw new Error(`there is no ${only?.join(", ")} to compare.`);
    const output = await openNullOutput();
    try {
      const firefox = await openFirefox(output.environment);
      try {
        const compared = await inBoth(firefox, pieces);
        return result(await firefox.version(), compared, isWanted(APP) ? await hearApp(firefox) : null);
      } finally {
        await firefox.close();
      }
    } finally {
      await output.stop();
    }
  },
};

async function inBoth(firefox: Awaited<ReturnType<typeof openFirefox>>, pieces: readonly Piece[]) {
  const receiver = sampleReceiver(SAMPLES_PATH);
  return withProjectServer([receiver.plugin], async (address) => {
    const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: [...CHROMIUM_ARGS] });
    try {
      const chromiumPage = await browser.newPage();
      const firefoxPage = await firefox.newPage();
      const ready = "'renderPiece' in globalThis";
      await chromiumPage.goto(`${address}${PAGE}`);
      await chromiumPage.waitForFunction(ready);
      await firefoxPage.goto(`${address}${PAGE}`);
      await firefoxPage.waitForFunction(ready);
      const compared = [];
      for (const piece of pieces) {
        await chromiumPage.evaluate((wanted) => globalThis.renderPiece(wanted), piece);
        const expected = receiver.take();
        await firefoxPage.evaluate((wanted) => globalThis.renderPiece(wanted), piece);
        compared.push({ piece, ...compare(expected, receiver.take()) });
      }
      return compared;
    } finally {
      await browser.close();
    }
  });
}

type Compared = Awaited<ReturnType<typeof inBoth>>[number];

function result(version: string, compared: readonly Compared[], app: AppHeard | null) {
  const apart = compared.filter(({ differenceDb }) => !(differenceDb <= MOST_DB));
  const silent = compared.filter(({ peakDb }) => !(peakDb > -70));
  const names = (broken: readonly Compared[]) =>
    broken.length > 0 ? ` (not: ${broken.map(({ piece }) => piece.id).join(", ")})` : "";
  return {
    method: `${version} against Chromium, offline at 48 kHz, both channels: the largest difference of any two samples, dB of full scale. Layers through their Channel at 0 dB from the first frame of seed 1; ramps on a constant (a cut-off on noise); nights through the whole graph. The app: built, on workerd, Begin pressed, master bus, dBFS.`,
    rows: [
      ...compared.map(({ piece, peakDb, differenceDb }) => ({
        what: piece.kind,
        id: piece.id,
        "peak, dB": peakDb,
        "largest difference, dB": differenceDb,
      })),
      ...(app
        ? [
            { what: "app", id: "playing", "peak, dB": app.playingDb, "largest difference, dB": "–" },
            { what: "app", id: "held", "peak, dB": app.heldDb, "largest difference, dB": "–" },
            { what: "app", id: "goes on", "peak, dB": app.resumedDb, "largest difference, dB": "–" },
          ]
        : []),
    ],
    bounds: [
      ...(compared.length > 0
        ? [
            {
              bound: `no two samples differ by more than ${MOST_DB} dB${names(apart)}`,
              holds: apart.length === 0,
            },
            { bound: `none of it is silent${names(silent)}`, holds: silent.length === 0 },
          ]
        : []),
      ...(app
        ? [
            { bound: "the app sounds in Firefox, above -60 dBFS", holds: app.playingDb > -60 },
            {
              bound: "held it is silent, and goes on at a touch",
              holds: app.heldDb < -90 && app.resumedDb > -60,
            },
            {
              bound: `no error in its console${app.errors.map((error) => ` (${error})`).join("")}`,
              holds: app.errors.length === 0,
            },
          ]
        : []),
    ],
  };
}
