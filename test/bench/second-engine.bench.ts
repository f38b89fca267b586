import { chromium } from "playwright-core";
import type { Bench } from "../../src/cli/bench/bench.ts";
import { CHROMIUM_ARGS, findChromium } from "../../src/cli/chromium/find.ts";
import { withProjectServer } from "../../src/cli/chromium/project-server.ts";
import { sampleReceiver } from "../../src/cli/chromium/sample-receiver.ts";
import { contentOrFail } from "../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../src/cli/root.ts";
import { type AppHeard, hearApp } from "./second-engine/app.ts";
import { compare } from "./second-engine/compare.ts";
import { type EnginePage, untilThere } from "./second-engine/engine-page.ts";
import { openFirefox } from "./second-engine/firefox.ts";
import { openNullOutput } from "./second-engine/null-output.ts";
import { type Piece, SAMPLES_PATH } from "./second-engine/piece.ts";
import { piecesOf } from "./second-engine/pieces.ts";
import { findWebkit, openWebkit, WEBKIT_PACKAGES } from "./second-engine/webkit.ts";

const MOST_DB = -90;
/** Names the app among what can be asked for alone. */
const APP = "app";
const PAGE = "test/bench/second-engine/page.html";

/** The same sound in other browsers' engines: every layer, every course, nights; and the app itself, heard there. */
export const bench: Bench = {
  about: "layers, ramps and beds in Firefox and WebKit against Chromium, and the app heard in them",
  async run(only) {
    const content = await contentOrFail(ROOT);
    const isWanted = (id: string) => only?.includes(id) ?? true;
    const pieces = piecesOf(content).filter(({ id }) => isWanted(id));
    if (pieces.length === 0 && !isWanted(APP)) throw new Error(`there is no ${only?.join(", ")} to compare.`);
    const output = await openNullOutput();
    const pages: EnginePage[] = [];
    try {
      pages.push(await openFirefox(output.environment));
      const webkit = findWebkit();
      if (webkit) pages.push(await openWebkit(webkit, output.environment));
      const compared = await inAll(pages, pieces);
      return result(pages, compared, isWanted(APP) ? await hearApp(pages) : []);
    } finally {
      for (const page of pages) await page.close();
      await output.stop();
    }
  },
};

interface Compared {
  readonly piece: Piece;
  readonly peakDb: number;
  /** One for each browser beside Chromium. */
  readonly differencesDb: readonly number[];
}

async function inAll(pages: readonly EnginePage[], pieces: readonly Piece[]): Promise<Compared[]> {
  const receiver = sampleReceiver(SAMPLES_PATH);
  return withProjectServer([receiver.plugin], async (address) => {
    const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: [...CHROMIUM_ARGS] });
    try {
      const reference = await browser.newPage();
      await reference.goto(`${address}${PAGE}`);
      await reference.waitForFunction(() => "renderPiece" in globalThis);
      for (const page of pages) {
        await page.open(`${address}${PAGE}`);
        await untilThere(page, "renderPiece");
      }
      const compared: Compared[] = [];
      for (const piece of pieces) {
        await reference.evaluate((wanted) => globalThis.renderPiece(wanted), piece);
        const expected = receiver.take();
        const found = [];
        for (const page of pages) {
          await page.run((wanted) => globalThis.renderPiece(wanted), piece);
          found.push(compare(expected, receiver.take()));
        }
        const differencesDb = found.map(({ differenceDb }) => differenceDb);
        compared.push({ piece, peakDb: found[0]?.peakDb ?? Number.NaN, differencesDb });
      }
      return compared;
    } finally {
      await browser.close();
    }
  });
}

function result(pages: readonly EnginePage[], compared: readonly Compared[], apps: readonly AppHeard[]) {
  const names = pages.map(({ name }) => name);
  const without = pages.length > 1 ? "" : ` WebKit was not there: apt-get install ${WEBKIT_PACKAGES}.`;
  const columns = (values: readonly (number | string)[]) =>
    Object.fromEntries(names.map((name, index) => [name, values[index] ?? "–"]));
  const heard = (what: string, pick: (app: AppHeard) => number) => ({
    what: `app, ${what}, dBFS`,
    "peak, dB": "–",
    ...columns(apps.map(pick)),
  });
  return {
    method: `${names.join(" and ")} against Chromium, offline at 48 kHz, both channels: the largest difference of any two samples, dB of full scale (-200: none at all). Layers through their level at 0 dB from the first frame of seed 1; ramps on a constant (a cut-off on noise); nights through the whole graph. The app: built, on workerd, Begin pressed, RMS of its master bus.${without}`,
    rows: [
      ...compared.map(({ piece, peakDb, differencesDb }) => ({
        what: `${piece.kind} ${piece.id}`,
        "peak, dB": peakDb,
        ...columns(differencesDb),
      })),
      ...(apps.length > 0
        ? [
            heard("playing", ({ playingDb }) => playingDb),
            heard("held", ({ heldDb }) => heldDb),
            heard("going on", ({ resumedDb }) => resumedDb),
          ]
        : []),
    ],
    bounds: [
      ...(compared.length > 0 ? soundBounds(pages, compared) : []),
      ...apps.flatMap(({ browser, playingDb, heldDb, resumedDb, errors }) => [
        { bound: `the app sounds in ${browser}, above -60 dBFS`, holds: playingDb > -60 },
        { bound: `held it is silent, and goes on at a touch`, holds: heldDb < -90 && resumedDb > -60 },
        ...(errors
          ? [
              {
                bound: `no error in its console${errors.map((error) => ` (${error})`).join("")}`,
                holds: errors.length === 0,
              },
            ]
          : []),
      ]),
    ],
  };
}

function soundBounds(pages: readonly EnginePage[], compared: readonly Compared[]) {
  const names = (broken: readonly Compared[]) =>
    broken.length > 0 ? ` (not: ${broken.map(({ piece }) => piece.id).join(", ")})` : "";
  const silent = compared.filter(({ peakDb }) => !(peakDb > -70));
  return [
    ...pages.map(({ name }, index) => {
      const apart = compared.filter(({ differencesDb }) => !((differencesDb[index] ?? 0) <= MOST_DB));
      return {
        bound: `${name}: no two samples differ by more than ${MOST_DB} dB${names(apart)}`,
        holds: apart.length === 0,
      };
    }),
    { bound: `none of it is silent${names(silent)}`, holds: silent.length === 0 },
  ];
}
