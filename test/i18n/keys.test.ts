import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CARE_KEYS } from "../../src/i18n/careKeys.ts";
import { MESSAGE_KEYS } from "../../src/i18n/keys.ts";
import { SHEET_KEYS } from "../../src/i18n/sheetKeys.ts";
import type { CheckIn, ProblemCode } from "../../src/night/night.ts";
import type { BreathPhase } from "../../src/session/breath.ts";
import type { LayerInfo } from "../../src/session/catalogue.ts";
import type { NarrationPack } from "../../src/session/narration.ts";
import type { ScriptMeta } from "../../src/session/script-meta.ts";
import type { KeepTrouble } from "../../src/store/keep.ts";
import type { PartName } from "../../src/ui/picture/nightPicture.ts";

/** Keys that the source puts together: the beginning that stands in it, and every ending that can follow. */
const MADE: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  "breath.": { in: true, hold: true, out: true } satisfies Record<BreathPhase, true>,
  "care.": { suits: true, ground: true, affirmations: true },
  "checkIn.": { head: true, body: true, tired: true } satisfies Record<CheckIn, true>,
  "guide.": { synthetic: true, human: true } satisfies Record<NarrationPack["kind"], true>,
  "help.": { title: true },
  "levels.": { nature: true, noise: true, comfort: true, tone: true } satisfies Record<
    LayerInfo["family"],
    true
  >,
  "levels.macro-": { calm: true, calmer: true, middle: true, livelier: true, lively: true },
  "moment.": { day: true, evening: true, "in-bed": true, "at-three": true } satisfies Record<
    ScriptMeta["moment"][number],
    true
  >,
  "preview.": {
    rest: true,
    fade: true,
    silence: true,
    whisper: true,
    wake: true,
  } satisfies Record<Extract<PartName, { kind: string }>["kind"], true>,
  "problem.": {
    "audio-refused": true,
    "audio-unsupported": true,
    "bed-missing": true,
    "layer-missing": true,
    "narration-damaged": true,
    "narration-missing": true,
    "other-tab": true,
  } satisfies Record<ProblemCode, true>,
  "three.": { "after-dream": true, "no-need-to-sleep": true },
  "problem.storage-": { full: true, closed: true } satisfies Record<KeepTrouble, true>,
};

const KEYS: readonly string[] = [...MESSAGE_KEYS, ...SHEET_KEYS];

const root = join(import.meta.dirname, "../../src");
const files = readdirSync(join(root, "ui"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join("ui", name));
const source = ["main.ts", ...files].map((name) => readFileSync(join(root, name), "utf8")).join("\n");

it("every word of the interface is said somewhere", () => {
  const written = [...source.matchAll(/"([a-z]\w*\.[\w-]+)"/gi)].map(([, key]) => key);
  const made = [...source.matchAll(/`([a-z]\w*\.[\w-]*)\$\{/gi)].flatMap(([, start = ""]) => {
    // Words that come with what uses them have a test of their own.
    const isLate = CARE_KEYS.some((key) => key.startsWith(start));
    if (isLate && !KEYS.some((key) => key.startsWith(start))) return [];
    expect(Object.keys(MADE)).toContain(start);
    return Object.keys(MADE[start] ?? {}).map((end) => start + end);
  });
  const said = new Set([...written, ...made]);
  expect(KEYS.filter((key) => !said.has(key))).toEqual([]);
});
