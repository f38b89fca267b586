import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { launch } from "puppeteer-core";
import type { BenchResult } from "../../../src/cli/bench/bench.ts";
import { CHROMIUM_ARGS, findChromium } from "../../../src/cli/chromium/find.ts";
import { contentOrFail } from "../../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../../src/cli/root.ts";
import { buildApp } from "../../../src/cli/serve/build-app.ts";
import { serveWorkerd } from "../../../src/cli/serve/workerd.ts";
import { Limiter } from "../../../src/dsp/limiter.ts";
import { CEILING_DB } from "../../../src/engine/buses.ts";
import { LEVEL_FRAMES } from "../../../src/engine/level-tap.ts";
import { faultsOf } from "../../helper/soak/faults.ts";
import { judge, troubles, type Verdict } from "../../helper/soak/judge.ts";
import { CEILING_LUFS, NIGHT_MINUTES, oneNight, type SoakedNight } from "./one-night.ts";

/**
 * Two nights after each other in each of ten tabs make 200 faults in ten minutes. A shorter run while working:
 * LUWTE_SOAK_NIGHTS=4 npm run bench -- night live
 */
const NIGHTS = Number(process.env["LUWTE_SOAK_NIGHTS"] ?? 20);
const TABS = Math.min(NIGHTS, 10);
const ROUNDS = Math.ceil(NIGHTS / TABS);
const FAULTS_A_NIGHT = 10;
const FAULTS = 200;
/** Between the beginnings of two nights, seconds: they are not to begin at once on a small machine. */
const APART_SECONDS = 1.5;
const DEADLINE_SECONDS = 0.05;
/** What passes in the 50 ms that the ceiling needs to hear it, over 400 ms, dB. */
const CEILING_DB_OVER = 0.5;
/** -140 dBFS: what no fade's last moments come near. */
const NOTHING = 1e-7;

/** The soak in real time: nights in hidden tabs of the built app, to which everything happens that can. */
export async function soakLive(): Promise<BenchResult> {
  const nights = await allNights();
  const verdicts = nights.flatMap((night, index) =>
    judge(night).map((verdict) => ({ verdict, night: index })),
  );
  const broken = verdicts.filter(({ verdict }) => troubles(verdict).length > 0);
  const kinds = [...new Set(verdicts.map(({ verdict }) => verdict.fault.kind))].sort();
  const deadlines = nights.filter(isBlockedOverItsEnd).map(deadlineErrorSeconds);
  const loudest = Math.max(...verdicts.map(({ verdict }) => verdict.mostLufs));
  const worstDeadline = Math.max(...deadlines.map(Math.abs));
  return {
    method: `${nights.length} nights of ${NIGHT_MINUTES} minutes in hidden tabs of the built app, Chromium, ${TABS} side by side; ${FAULTS_A_NIGHT} seeded faults each, the last over its end. Loudness of the master bus over 400 ms (pink noise, 3 dB louder than the night's ceiling) against the fade as planned: too loud is more than 1 dB above, too quiet more than 4 dB below where sound is owed.`,
    rows: kinds.map((kind) =>
      rowOf(
        kind,
        verdicts.map(({ verdict }) => verdict),
      ),
    ),
    bounds: [
      {
        bound: `${verdicts.length - broken.length} of ${verdicts.length} faults held${broken.map(({ verdict, night }) => wordsOf(verdict, night)).join("")}`,
        holds: broken.length === 0 && verdicts.length === FAULTS,
      },
      {
        bound: `nothing louder than the ceiling of ${CEILING_LUFS} LUFS (${loudest.toFixed(1)})`,
        holds: loudest <= CEILING_LUFS + CEILING_DB_OVER,
      },
      {
        bound: `silent within ${DEADLINE_SECONDS * 1000} ms of the end on the audio clock with JavaScript blocked (${(worstDeadline * 1000).toFixed(1)} ms, ${deadlines.length} nights)`,
        holds: deadlines.length > 0 && worstDeadline <= DEADLINE_SECONDS,
      },
    ],
  };
}

function rowOf(kind: string, all: readonly Verdict[]) {
  const own = all.filter(({ fault }) => fault.kind === kind);
  const worst = (pick: (verdict: Verdict) => number) => Math.max(...own.map(pick));
  return {
    fault: kind,
    times: own.length,
    held: own.filter((verdict) => troubles(verdict).length === 0).length,
    "loudest, LUFS": worst(({ mostLufs }) => mostLufs),
    "above, dB": worst(({ aboveDb }) => aboveDb),
    "below, dB": worst(({ belowDb }) => belowDb),
    "gap, s": worst(({ gapSeconds }) => gapSeconds),
    "startle rule used": worst(({ startle }) => startle),
    "after its end, s": worst(({ lateSeconds }) => lateSeconds),
  };
}

function wordsOf(verdict: Verdict, night: number): string {
  const { kind, atSeconds, seconds } = verdict.fault;
  return `; night ${night + 1}, ${kind} for ${seconds.toFixed(1)} s at ${atSeconds.toFixed(0)} s: ${troubles(verdict).join(", ")}`;
}

/** From where the end was laid to the last stretch that was anything, seconds of the audio clock. */
function deadlineErrorSeconds({ heard, endSeconds }: SoakedNight): number {
  const last = heard.at(-1);
  if (!last) return Number.NaN;
  const sounding = last.peaks.findLastIndex((peak) => peak > NOTHING);
  const { latencyFrames } = new Limiter(last.sampleRate, { ceilingDb: CEILING_DB });
  const silentFrame = (last.frames[sounding] ?? Number.NaN) + LEVEL_FRAMES - latencyFrames;
  return silentFrame / last.sampleRate - (endSeconds.at(-1) ?? Number.NaN);
}

function isBlockedOverItsEnd({ faults }: SoakedNight): boolean {
  return faults.at(-1)?.kind === "blocked";
}

async function allNights(): Promise<readonly SoakedNight[]> {
  await contentOrFail(ROOT);
  await buildApp(ROOT);
  const stateFolder = await mkdtemp(join(tmpdir(), "luwte-soak-"));
  const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  const browser = await launch({
    executablePath: findChromium() ?? "",
    args: [...CHROMIUM_ARGS],
    headless: true,
  });
  try {
    const tab = async (index: number) => {
      await wait(index * APART_SECONDS * 1000);
      const nights = [];
      for (let round = 0; round < ROUNDS; round++) {
        const faults = faultsOf(round * TABS + index + 1, FAULTS_A_NIGHT, NIGHT_MINUTES * 60);
        nights.push(await oneNight(browser, served.address, faults));
      }
      return nights;
    };
    return (await Promise.all(Array.from({ length: TABS }, (_, index) => tab(index)))).flat();
  } finally {
    await browser.close();
    await served.stop();
    await rm(stateFolder, { recursive: true, force: true });
  }
}
