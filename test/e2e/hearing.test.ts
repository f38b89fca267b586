import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { breathTone } from "../../src/dsp/breath-tone.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { BUS_NAMES } from "../../src/engine/buses.ts";
import { swellPlan } from "../../src/engine/swell.ts";
import { breathing } from "../../src/session/breath.ts";
import type { BreatheCue, SayCue, Timeline } from "../../src/session/cue.ts";
import { NarrationIndex, type NarrationPack } from "../../src/session/narration.ts";
import { parseSession } from "../../src/session/parse.ts";
import { timeline } from "../../src/session/timeline.ts";
import { findSnippet } from "../helper/find-snippet.ts";
import { decimateRoughly } from "../helper/rough-decimator.ts";
import { sineLevels } from "../helper/sine-level.ts";
import { binauralBeatHz, strongestTones } from "../helper/tones.ts";
import { truePeakDb } from "../helper/true-peak.ts";
import {
  decoded,
  ears,
  heard,
  heardUntil,
  openApp,
  openBrowser,
  pressBegin,
  type Recording,
  stretch,
} from "./evening.ts";

/** The shortest that it can be told in. */
const WANTED_SECONDS = 170;
/** How long the evening is listened to, in real time: eleven lines and a round of breaths. */
const LISTEN_SECONDS = 106;
/** Lines and breaths are compared at an eighth of the rate: a part of the work, and their shape is the same. */
const THIN = 8;
const CARRIER_HZ = 220;

let browser: Browser;
let page: Page;
let laidOut: Timeline;
let pack: NarrationPack;
/** Each on its left side. */
const buses: Partial<Record<"master" | "layers" | "narration" | "cues", Recording>> = {};
/** The right side of the master bus. */
let right: Recording;

/** One evening, in real time, on the built app: the wind-down in English, a beat added to its sea. */
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  pack = await packOf("en");
  const session = await sessionOf("wind-down");
  const routine = {
    session: "wind-down",
    narrator: { kind: "pack" as const, id: pack.id },
    wantedSeconds: { "wind-down": WANTED_SECONDS },
    levels: { "wind-down": [...session.bed.layers, { layer: "beats", gainDb: 0 }] },
  };
  await openApp(page, inject("address"), routine, BUS_NAMES);
  await page.getByText("Evening wind-down").waitFor();
  await pressBegin(page);
  buses.master = await heardUntil(page, "master", LISTEN_SECONDS);
  right = await heard(page, "master", undefined, "right");
  for (const bus of ["layers", "narration", "cues"] as const) buses[bus] = await heard(page, bus);
  laidOut = timeline(session, {
    language: "en",
    wantedSeconds: WANTED_SECONDS,
    breath: { perMinute: 12 },
    lineSeconds: (line) => pack.lines[`wind-down/${line}`]?.seconds ?? Number.NaN,
  });
}, 240_000);

afterAll(() => browser?.close());

function bus(name: keyof typeof buses): Recording {
  const recording = buses[name];
  if (!recording) throw new Error(`nothing was heard on ${name}`);
  return recording;
}

describe("an evening, heard on the buses of the running app", () => {
  test("the binaural beat has its frequency within 0.01 Hz", async () => {
    const [toLeft, toRight] = [bus("master"), right].map((side) => stretch(side, 12, 42));
    const wanted = (await layerParams("beats"))["beatHz"]?.default ?? Number.NaN;
    const beat = binauralBeatHz(toLeft ?? [], toRight ?? [], right.sampleRate);
    expect(Math.abs(beat - wanted)).toBeLessThan(0.01);
  });

  test("nothing passes -1 dBTP", () => {
    const { samples } = bus("master");
    expect(truePeakDb(samples, right.samples.subarray(0, samples.length))).toBeLessThan(-1);
  });

  test("each line is found by its own recording, within 30 ms of its cue", async () => {
    const recording = thinned(bus("narration"));
    const says = laidOut.cues.filter((cue): cue is SayCue => cue.kind === "say");
    const said = says.filter((cue) => cue.atSeconds + cue.seconds < LISTEN_SECONDS - 2);
    expect(said.length).toBeGreaterThanOrEqual(10);
    for (const cue of said) {
      const url = pack.lines[`wind-down/${cue.line}`]?.url ?? "";
      const file = decimateRoughly(await decoded(page, url, bus("narration").sampleRate), THIN);
      const from = stretch(recording, 0, cue.atSeconds - 3).length;
      const to = stretch(recording, 0, cue.atSeconds + 3).length;
      const found = findSnippet(recording.samples, file, from, to);
      const at = found.frame / recording.sampleRate + recording.fromSeconds;
      expect(found.coefficient, cue.text).toBeGreaterThanOrEqual(0.9);
      expect(Math.abs(at - cue.atSeconds), cue.text).toBeLessThan(0.03);
    }
  });

  test("the breath tones stand within 5 ms of their breaths", async () => {
    const { sampleRate } = bus("cues");
    const recording = thinned(bus("cues"));
    const cue = laidOut.cues.find((each): each is BreatheCue => each.kind === "breathe");
    if (!cue) throw new Error("no breath in the script");
    const seed = await ears(page, (listening) => listening.plan.seed);
    const breaths = breathing({ atSeconds: cue.atSeconds, perMinute: 12, pattern: [4, 0, 6, 0] });
    expect(cue.breaths.length).toBe(6);
    for (const breath of cue.breaths) {
      // What the tone of this one breath should be, from its kernel alone.
      const fromFrame = Math.round((breath.atSeconds * sampleRate) / 128) * 128;
      const [expected] = renderLayer(breathTone, {
        sampleRate,
        seed,
        fromFrame,
        frames: Math.round(4 * sampleRate),
        params: { swell: swellPlan(breaths), level: 1 },
      });
      const thinner = decimateRoughly(expected, THIN);
      const near = stretch(recording, 0, breath.atSeconds - 0.5).length;
      const found = findSnippet(recording.samples, thinner, near, near + recording.sampleRate);
      const at = found.frame / recording.sampleRate + recording.fromSeconds;
      expect(found.coefficient).toBeGreaterThanOrEqual(0.9);
      expect(Math.abs(at - fromFrame / sampleRate)).toBeLessThan(0.005);
    }
  });

  test("under narration the layers are 8 to 12 dB lower", () => {
    const recording = bus("layers");
    const [carrier] = strongestTones(stretch(recording, 80, 103), recording.sampleRate, 1, {
      fromHz: 150,
      toHz: 300,
    });
    expect(Math.abs((carrier?.hz ?? 0) - CARRIER_HZ)).toBeLessThan(20);
    const level = (from: number, until: number) => {
      const levels = sineLevels(
        stretch(recording, from, until),
        recording.sampleRate,
        carrier?.hz ?? CARRIER_HZ,
        0.1,
        0.5,
      );
      return levels.reduce((sum, { db }) => sum + db, 0) / levels.length;
    };
    const says = laidOut.cues.filter((cue): cue is SayCue => cue.kind === "say" && cue.atSeconds > 20);
    const open = level(85, 103);
    for (const cue of says.slice(0, 5)) {
      const lowered = open - level(cue.atSeconds + 0.2, cue.atSeconds + cue.seconds - 0.2);
      expect(lowered).toBeGreaterThan(8);
      expect(lowered).toBeLessThan(12);
    }
  });

  test("the limiter has not touched it", async () => {
    expect(await ears(page, (listening) => listening.reductionDb())).toBe(0);
  });
});

/** A recording at a lower rate. */
function thinned(recording: Recording): Recording {
  const samples = Float32Array.from(decimateRoughly(recording.samples, THIN));
  return { ...recording, samples, sampleRate: recording.sampleRate / THIN };
}

async function packOf(language: string): Promise<NarrationPack> {
  const index = v.parse(NarrationIndex, await built("narration.json"));
  const found = index.packs.find((each) => each.language === language);
  if (!found) throw new Error(`no narrator speaks ${language}`);
  return found;
}

async function sessionOf(id: string) {
  const parsed = parseSession(await built(`sessions/${id}.json`));
  if (!parsed.ok) throw new Error(`session ${id} is damaged`);
  return parsed.session;
}

async function layerParams(id: string): Promise<Record<string, { default: number }>> {
  const { layers } = (await built("catalogue.json")) as {
    layers: { id: string; params: Record<string, { default: number }> }[];
  };
  return layers.find((layer) => layer.id === id)?.params ?? {};
}

async function built(file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(ROOT, "sounds/built", file), "utf8"));
}
