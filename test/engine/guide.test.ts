import { describe, expect, test } from "vitest";
import { encodeSamples, wavHeader } from "../../src/cli/wav-format.ts";
import type { LoadLine } from "../../src/engine/plan.ts";
import { renderSound } from "../../src/engine/render.ts";
import type { Cue, Timeline } from "../../src/session/cue.ts";
import { rms } from "../helper/levels.ts";
import { whiteNoise } from "../helper/signals.ts";
import { sineLevels } from "../helper/sine-level.ts";
import { steepestRise } from "../helper/startle.ts";
import { testThread } from "./test-layers.ts";
import { tonePlan } from "./tone-plan.ts";

const RATE = 48_000;
const SECONDS = 30;

async function render(cues: readonly Cue[], load: LoadLine = () => Promise.reject(new Error("no lines"))) {
  const timeline: Timeline = {
    session: "test",
    language: "en",
    seconds: SECONDS,
    parts: [],
    cues,
    breathing: null,
  };
  const chunks = renderSound({
    plan: { ...tonePlan, guides: [{ timeline, atSeconds: 0, voice: "recorded" }] },
    load,
    ...testThread,
    sampleRate: RATE,
    fromSeconds: 0,
    seconds: SECONDS,
  });
  const { value } = await chunks.next();
  const left = value?.[0] ?? new Float32Array(0);
  return { left, at: (seconds: number) => levelAt(left, seconds) };
}

/** The night in which the guide does nothing; made once. */
let silentGuide: ReturnType<typeof render> | undefined;
const withoutCues = () => {
  silentGuide ??= render([]);
  return silentGuide;
};

/** Level of the 1 kHz tone at a time, dBFS. */
function levelAt(left: Float32Array, seconds: number): number {
  const around = left.subarray((seconds - 0.3) * RATE, (seconds + 0.3) * RATE);
  const levels = sineLevels(around, RATE, 1000, 0.1, 0.2);
  return levels.reduce((sum, { db }) => sum + db, 0) / levels.length;
}

function loudness(left: Float32Array, from: number, until: number): number {
  return 20 * Math.log10(rms(left.subarray(from * RATE, until * RATE)));
}

describe("a scene", () => {
  test("takes a layer to its level over the time it says", async () => {
    const { at } = await render([
      { kind: "scene", atSeconds: 12, seconds: 6, layer: "test-tone", gainDb: -12 },
    ]);
    expect(at(25) - at(11)).toBeCloseTo(-12, 1);
    expect(at(15) - at(11)).toBeCloseTo(-6, 0);
  });

  test("brings in a layer that was not there, no faster than the startle rule", async () => {
    const quiet = await withoutCues();
    const joined = await render([{ kind: "scene", atSeconds: 12, seconds: 3, layer: "white", gainDb: 0 }]);
    expect(loudness(joined.left, 5, 11.9)).toBeCloseTo(loudness(quiet.left, 5, 11.9), 3);
    expect(loudness(joined.left, 13, 14)).toBeLessThan(loudness(quiet.left, 13, 14) + 1);
    expect(loudness(joined.left, 26, 29)).toBeGreaterThan(loudness(quiet.left, 26, 29) + 0.5);
  });
});

test("a scene's parameters glide with it", async () => {
  const scene = { kind: "scene", layer: "white", gainDb: 0 } as const;
  const { left } = await render([
    { ...scene, atSeconds: 0.5, seconds: 3 },
    { ...scene, atSeconds: 14, seconds: 8, params: { softness: 1 } },
  ]);
  // What changes from sample to sample is the treble.
  const treble = left.map((sample: number, frame: number) => sample - (left[frame - 1] ?? 0));
  const brightness = (from: number, until: number) =>
    loudness(treble, from, until) - loudness(left, from, until);
  expect(brightness(26, 29)).toBeLessThan(brightness(11, 13.9) - 3);
  expect(brightness(17, 19)).toBeLessThan(brightness(11, 13.9) - 0.5);
  expect(brightness(17, 19)).toBeGreaterThan(brightness(26, 29) + 0.5);
});

describe("a pulse", () => {
  const pulse = { kind: "pulse", fromPerMinute: 110, toPerMinute: 60, overSeconds: 8 } as const;

  test("comes softly, beats beside the layers, and goes where it ends", async () => {
    const quiet = await withoutCues();
    const beating = await render([{ ...pulse, atSeconds: 10, seconds: 10 }]);
    const heart = beating.left.map((sample: number, frame: number) => sample - (quiet.left[frame] ?? 0));
    expect(loudness(heart, 0, 9.9)).toBeLessThan(-90);
    expect(loudness(heart, 15, 20)).toBeGreaterThan(-50);
    expect(loudness(heart, 27, 30)).toBeLessThan(-90);
    const { worst } = steepestRise([beating.left, beating.left], RATE, 9);
    expect(worst).toBeLessThan(1);
  });
});

describe("narration", () => {
  const line: Cue = { kind: "say", atSeconds: 15, seconds: 3, session: "test", line: "a", text: "A line." };
  const voice = whiteNoise(3, RATE, 9, 0.0002);
  const file = (heard = voice) => {
    const samples = encodeSamples([heard], "pcm16");
    const header = wavHeader({ sampleRate: RATE, channelCount: 1, frames: voice.length, format: "pcm16" });
    return new Blob([new Uint8Array(header), new Uint8Array(samples)]).arrayBuffer();
  };

  test("it sounds in a room, which answers softly and for a second", async () => {
    const loud = await render([line], () => file(whiteNoise(3, RATE, 9, 0.05)));
    const silent = await render([line], () => file(new Float32Array(voice.length)));
    const spoken = loud.left.map((sample: number, frame: number) => sample - (silent.left[frame] ?? 0));
    const voiceDb = loudness(spoken, 16, 17.5);
    expect(voiceDb).toBeGreaterThan(-40);
    const answerDb = loudness(spoken, 18.02, 18.12) - voiceDb;
    expect(answerDb).toBeGreaterThan(-35);
    expect(answerDb).toBeLessThan(-22);
    expect(loudness(spoken, 18.52, 18.62) - voiceDb - answerDb).toBeCloseTo(-30, -1);
    expect(loudness(spoken, 19.1, 20)).toBeLessThan(-120);
  });

  test("the layers step back by 10 dB under it, and come up after it", async () => {
    const { at } = await render([line], () => file());
    expect(at(16.5) - at(13)).toBeCloseTo(-10, 1);
    expect(at(24) - at(13)).toBeCloseTo(0, 1);
    expect(at(17.6) - at(13)).toBeCloseTo(-10, 1);
  });

  test("a line that is missing rejects by itself; what is rendered says which", async () => {
    await expect(render([line])).rejects.toThrow(/no lines/);
  });
});

describe("a companion's breath", () => {
  const breath = { atSeconds: 14, inSeconds: 2, holdSeconds: 1, outSeconds: 3, restSeconds: 0 };
  const cue: Cue = { kind: "breathe", atSeconds: 14, seconds: 6, breaths: [breath] };
  const air = whiteNoise(1, RATE, 9, 0.05);
  const asked: string[] = [];
  const file: LoadLine = (session, line) => {
    asked.push(`${session}/${line}`);
    const header = wavHeader({ sampleRate: RATE, channelCount: 1, frames: air.length, format: "pcm16" });
    return new Blob([new Uint8Array(header), new Uint8Array(encodeSamples([air], "pcm16"))]).arrayBuffer();
  };

  test("comes and goes for as long as the breath does, and is silent while it is held", async () => {
    const quiet = await render([cue], file);
    expect(asked).toEqual([]);
    const accompanied = await render([{ ...cue, companion: true }], file);
    expect(asked.toSorted()).toEqual(["companion/in", "companion/out"]);
    const added = accompanied.left.map((sample: number, frame: number) => sample - (quiet.left[frame] ?? 0));
    expect(loudness(added, 14.1, 15.9)).toBeGreaterThan(-50);
    expect(loudness(added, 17.1, 19.9)).toBeGreaterThan(-50);
    for (const [from, until] of [
      [13, 13.98],
      [16.1, 16.98],
      [20.1, 22],
    ] as const)
      expect(loudness(added, from, until)).toBeLessThan(-90);
  });
});

test("a bell rings at its time, softly", async () => {
  const quiet = await withoutCues();
  const rung = await render([{ kind: "bell", atSeconds: 14, seconds: 12 }]);
  const difference = rung.left.map((sample: number, frame: number) => sample - (quiet.left[frame] ?? 0));
  const first = difference.findIndex((sample: number) => Math.abs(sample) > 1e-4) / RATE;
  expect(first).toBeGreaterThan(14);
  expect(first).toBeLessThan(14.1);
  expect(loudness(difference, 14, 16)).toBeGreaterThan(-60);
  expect(Math.max(...difference.subarray(14 * RATE, 15 * RATE))).toBeLessThan(0.15);
});

test("a person's own words are asked of no narrator", async () => {
  const say = (line: string) =>
    ({ kind: "say", session: "affirmations", line, text: "Genoeg.", atSeconds: 12, seconds: 2 }) as const;
  // There are no recordings here at all.
  await expect(render([say("0a1b2c3d")])).rejects.toThrow("no lines");
  expect((await render([say("own-0a1b2c3d")])).left.length).toBe(SECONDS * RATE);
});
