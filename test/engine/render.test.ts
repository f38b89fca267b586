import { describe, expect, test } from "vitest";
import { renderSound } from "../../src/engine/render.ts";
import { soundPlan } from "../../src/night/guides.ts";
import type { LayerInfo } from "../../src/session/catalogue.ts";
import { parseSession } from "../../src/session/parse.ts";
import workletUrl from "../../src/worklet.ts?worker&url";
import { truePeakDb } from "../helper/true-peak.ts";

const RATE = 48_000;
const files = import.meta.glob<unknown>("../../sounds/built/sessions/*.json", {
  eager: true,
  import: "default",
});
const [catalogue = []] = Object.values(
  import.meta.glob<readonly LayerInfo[]>("../../sounds/built/catalogue.json", {
    eager: true,
    import: "layers",
  }),
);
const sessions = Object.values(files).flatMap((file) => {
  const parsed = parseSession(file);
  return parsed.ok ? [parsed.session] : [];
});
const beds = sessions.filter((session) => session.kind === "bed");

async function render(bed: (typeof beds)[number], fromSeconds: number, seconds: number, breathes: boolean) {
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
    plan: { ...plan, ending: null },
    catalogue,
    load,
    workletUrl,
    sampleRate: RATE,
    fromSeconds,
    seconds,
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
    const long = await render(bed, 0, 80, false);
    const short = await render(bed, 55, 25, false);
    for (const channel of [0, 1]) {
      expect(farthest(short[channel], long[channel]?.subarray(55 * RATE))).toBe(0);
    }
    const [left, right] = long.map((channel) => channel.subarray(20 * RATE, 32 * RATE));
    expect(truePeakDb(left ?? new Float32Array(1), right)).toBeLessThan(-3);
  });
});

test("with a breath to follow, too", async () => {
  const [bed] = beds;
  if (!bed) throw new Error("no bed");
  const long = await render(bed, 0, 70, true);
  const short = await render(bed, 62, 8, true);
  expect(farthest(short[0], long[0]?.subarray(62 * RATE))).toBeLessThan(1e-6);
});

/** Largest difference between two equally long signals. */
function farthest(a = new Float32Array(1), b = new Float32Array(0)): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return largest;
}
