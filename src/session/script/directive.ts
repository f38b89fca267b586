import type { BreathPattern, Item } from "../schema.ts";
import { durationSeconds } from "./duration.ts";
import type { Report } from "./issue.ts";

const FORMS = {
  pause: "[pause 4s]",
  breathe: "[breathe 4-6 x10]",
  scene: "[scene ocean -3dB over 30s]",
  bell: "[bell]",
} as const;

/**
 * Reads one directive line, such as `[pause 4s]`, into an item. What does not fit is reported with the form to write.
 * @param text the line, beginning with "["
 * @param layers ids a scene may name; undefined = any
 */
export function readDirective(
  text: string,
  line: number,
  column: number,
  layers: readonly string[] | undefined,
  report: Report,
): Item | null {
  const inside = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (inside === undefined) {
    report(line, column, "directive-open", "Close the directive with “]” and put nothing after it.");
    return null;
  }
  const [name = "", ...words] = inside.trim().split(/\s+/);
  const wrong = (form: string, why: string) => {
    report(line, column, "directive-value", `${why} Write it as ${form}.`);
    return null;
  };
  switch (name) {
    case "pause": {
      const [length = "", exactly, ...more] = words;
      const seconds = durationSeconds(length);
      const fits = more.length === 0 && (exactly === undefined || exactly === "exactly");
      if (!fits || seconds === null || seconds < 0.2 || seconds > 600) {
        return wrong(
          FORMS.pause,
          "A pause needs a length of 0.2s to 10m, and “exactly” where it must not stretch.",
        );
      }
      return { pause: exactly ? { seconds, exact: true } : { seconds } };
    }
    case "breathe": {
      const pattern = breathPattern(words[0] ?? "");
      const times = Number(/^x(\d{1,3})$/.exec(words[1] ?? "")?.[1]);
      if (!pattern || words.length !== 2 || !(times >= 1 && times <= 200)) {
        return wrong(
          FORMS.breathe,
          "Breathing needs in-out, in-hold-out or in-hold-out-hold (in and out 1 to 20 seconds) and how often, x1 to x200.",
        );
      }
      return { breathe: { pattern, times } };
    }
    case "scene":
      return readScene(words, line, column, layers, report, wrong);
    case "bell":
      return words.length === 0 ? { bell: {} } : wrong(FORMS.bell, "A bell takes nothing else.");
    default:
      report(
        line,
        column + 1,
        "directive-unknown",
        `“${name}” is not a directive. Known are ${Object.values(FORMS).join(", ")}.`,
      );
      return null;
  }
}

function readScene(
  words: readonly string[],
  line: number,
  column: number,
  layers: readonly string[] | undefined,
  report: Report,
  wrong: (form: string, why: string) => null,
): Item | null {
  const [layer = "", gain = "", over, length = ""] = words;
  const gainDb = Number(/^([+-]?\d+(?:\.\d+)?)dB$/.exec(gain)?.[1]);
  const overSeconds = durationSeconds(length);
  const fits =
    words.length === 4 &&
    /^[a-z][a-z0-9-]{0,39}$/.test(layer) &&
    gainDb >= -60 &&
    gainDb <= 6 &&
    over === "over" &&
    overSeconds !== null &&
    overSeconds >= 3 &&
    overSeconds <= 600;
  if (!fits) {
    return wrong(FORMS.scene, "A scene needs a layer, a level of -60dB to 6dB, and a change of 3s to 10m.");
  }
  if (layers && !layers.includes(layer)) {
    report(line, column, "layer-unknown", `No layer is called “${layer}”. Known are ${layers.join(", ")}.`);
    return null;
  }
  return { scene: { layer, gainDb, overSeconds } };
}

/** Reads `4-6`, `4-1-6` or `4-4-4-4` as in, hold, out, hold seconds. */
function breathPattern(text: string): BreathPattern | null {
  if (!/^\d+(\.\d+)?(-\d+(\.\d+)?){1,3}$/.test(text)) return null;
  const numbers = text.split("-").map(Number);
  const [inhale = 0, second = 0, third = 0, rest = 0] = numbers;
  const [hold, exhale] = numbers.length === 2 ? [0, second] : [second, third];
  const pattern: BreathPattern = [inhale, hold, exhale, rest];
  return inhale >= 1 && exhale >= 1 && pattern.every((seconds) => seconds <= 20) ? pattern : null;
}
