import { describe, expect, test } from "vitest";
import type { Guide } from "../../src/engine/plan.ts";
import { renderSound } from "../../src/engine/render.ts";
import { layerFile } from "../../src/layers.ts";
import { soundPlan } from "../../src/night/guides.ts";
import { parseSession } from "../../src/session/parse.ts";
import workletUrl from "../../src/worklet.ts?worker&url";
import { truePeakDb } from "../helper/true-peak.ts";

const RATE = 48_000;
/** Shorter than a minute, so that a seam comes soon. */
const CHUNK_SECONDS = 6;
/** The night has entered; until then its presence is the same to the last bit but one. */
const ENTERED_SECONDS = 10;
const files = import.meta.glob<unknown>("../../sounds/built/sessions/*.json", {
  eager: true,
  import: "default",
});
const sessions = Object.values(files).flatMap((file) => {
  const parsed = parseSession(file);
  return parsed.ok ? [parsed.session] : [];
});
const beds = sessions.filter((session) => session.kind === "bed");

async function render(
  bed: (typeof beds)[number],
  fromSeconds: number,
  seconds: number,
  breathes: boolean,
  guides: readonly Guide[] = [],
) {
  const plan = soundPlan(
    {
      session: bed,
      language: "nl",
      narrator: { kind: "none" },
      wantedSeconds: null,
      timer: "all-night",
      levels: bed.bed.layers,
      breath: breathes ? { perMinute: 12, pattern: [4, 0, 6, 0] } : null,
      haptics: false,
    },
    null,
    5,
  );
  const load = () => Promise.reject(new Error("beds say nothing"));
  const chunks: [Float32Array, Float32Array][] = [];
  const rendering = renderSound({
    plan: { ...plan, guides, ending: null },
    load,
    workletUrl,
    findLayer: async (id) => layerFile(id),
    sampleRate: RATE,
    fromSeconds,
    seconds,
    chunkSeconds: CHUNK_SECONDS,
  });
  for await (const chunk of rendering) chunks.push(chunk);
  return [0, 1].map((channel) => {
    const whole = new Float32Array(seconds * RATE);
    let at = 0;
    for (const chunk of chunks) {
      const part = chunk[channel] ?? new Float32Array(0);
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  });
}

test("there are beds to render", () => {
  expect(beds.length).toBeGreaterThanOrEqual(3);
});

describe.each(beds.map((bed) => [bed.id, bed] as const))("bed %s", (_, bed) => {
  test("any stretch is the long render's stretch, also across a chunk's seam", async () => {
    const long = await render(bed, ENTERED_SECONDS, 10, false);
    const short = await render(bed, ENTERED_SECONDS + 3, 6, false);
    for (const channel of [0, 1]) {
      expect(farthest(short[channel], long[channel]?.subarray(3 * RATE, 9 * RATE))).toBe(0);
    }
    const [left, right] = long;
    expect(truePeakDb(left ?? new Float32Array(1), right)).toBeLessThan(-3);
  });
});

test("with a breath to follow, too", async () => {
  const [bed] = beds;
  if (!bed) throw new Error("no bed");
  const long = await render(bed, 0, 24, true);
  const short = await render(bed, 14, 6, true);
  expect(farthest(short[0], long[0]?.subarray(14 * RATE, 20 * RATE))).toBeLessThan(1e-6);
});

test("layers and scenes that there are not are left out, and the rest plays", async () => {
  const [bed] = beds;
  if (!bed) throw new Error("no bed");
  const layers = [{ layer: "campfire", gainDb: 0 }, ...bed.bed.layers];
  const cues = [{ kind: "scene", layer: "owls", gainDb: 0, atSeconds: 1, seconds: 3 }] as const;
  const timeline = { session: "x", language: "en", seconds: 9, parts: [], cues, breathing: null } as const;
  const mixed = { ...bed, bed: { layers } };
  const heard = await render(mixed, 0, 3, false, [{ timeline, atSeconds: 0, voice: "silent" }]);
  const known = await render(bed, 0, 3, false);
  for (const channel of [0, 1]) expect(farthest(heard[channel], known[channel])).toBe(0);
});

/** Largest difference between two equally long signals. */
function farthest(a = new Float32Array(1), b = new Float32Array(0)): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return largest;
}
