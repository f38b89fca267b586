import { MOMENTS, type ScriptMeta } from "../script-meta.ts";
import { readCautions } from "./cautions.ts";
import { durationSeconds } from "./duration.ts";
import type { Report } from "./issue.ts";
import type { Known } from "./known.ts";
import type { Place } from "./places.ts";
import { texts } from "./texts.ts";

export interface FrontMatter {
  readonly meta: ScriptMeta;
  readonly bed: string;
  readonly places: ReadonlyMap<string, Place>;
}

interface Entry {
  readonly value: string;
  readonly line: number;
  /** Where the value begins. */
  readonly column: number;
}

const FORMS = {
  moment: "moment: evening; in-bed",
  need: "need: tired; head",
  caution: "caution: dissociation -> orient; One quiet line.",
  author: "author: a name",
  "reviewed-by": "reviewed-by: not yet reviewed by a clinician",
  bed: "bed: night-sea",
  usual: "usual: 20m",
  first: "first: 3m",
  date: "date: 2026-11-22",
} as const;
type Key = keyof typeof FORMS;

const OPTIONAL: readonly Key[] = ["caution", "first", "date"];

/**
 * Reads the lines between the two `---` at the top of a script. Lists are separated by semicolons.
 * @returns null, after reporting, where it does not hold what a script needs; `end` is the index of the line after it
 */
export function readFrontMatter(
  lines: readonly string[],
  known: Known,
  report: Report,
): { readonly frontMatter: FrontMatter | null; readonly end: number } {
  if (lines[0]?.trimEnd() !== "---") {
    report(1, 1, "front-matter-missing", "Begin the script with a line “---” and its front matter.");
    return { frontMatter: null, end: 0 };
  }
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (close === -1) {
    report(1, 1, "front-matter-open", "End the front matter with a line “---”.");
    return { frontMatter: null, end: lines.length };
  }
  const entries = readEntries(lines.slice(1, close), report);
  for (const key of keys()) {
    if (!entries.has(key) && !OPTIONAL.includes(key)) {
      report(close + 1, 1, "front-matter-absent", `Add the line “${FORMS[key]}”.`);
    }
  }
  return { frontMatter: readValues(entries, known, report), end: close + 1 };
}

function keys(): Key[] {
  return Object.keys(FORMS).filter(isKey);
}

function isKey(text: string): text is Key {
  return Object.hasOwn(FORMS, text);
}

function readEntries(lines: readonly string[], report: Report): Map<Key, Entry> {
  const entries = new Map<Key, Entry>();
  for (const [index, text] of lines.entries()) {
    const line = index + 2;
    if (text.trim() === "") continue;
    const found = /^([a-z-]+):[ \t]*(.*?)\s*$/.exec(text);
    const [, key = "", value = ""] = found ?? [];
    if (!found) {
      report(line, 1, "front-matter-line", "Write a key, a colon and a value, such as “usual: 20m”.");
    } else if (!isKey(key)) {
      report(line, 1, "front-matter-unknown", `“${key}” is not known. Known are ${keys().join(", ")}.`);
    } else if (entries.has(key)) {
      report(line, 1, "front-matter-twice", `“${key}” stands here twice. Keep one.`);
    } else {
      entries.set(key, {
        value,
        line,
        column: text.length - text.slice(key.length + 1).trimStart().length + 1,
      });
    }
  }
  return entries;
}

function readValues(entries: ReadonlyMap<Key, Entry>, known: Known, report: Report): FrontMatter | null {
  let sound = true;
  const read = <T>(key: Key, parse: (value: string, place: Entry) => T | null, otherwise: T): T => {
    const entry = entries.get(key);
    if (!entry) {
      sound &&= OPTIONAL.includes(key);
      return otherwise;
    }
    const value = parse(entry.value, entry);
    if (value !== null) return value;
    sound = false;
    report(entry.line, entry.column, "front-matter-value", `This does not fit. Write it as “${FORMS[key]}”.`);
    return otherwise;
  };
  const date = read("date", (value) => (isDate(value) ? value : null), undefined);
  const firstSeconds = read("first", wholeSeconds, undefined);
  const meta: ScriptMeta = {
    moment: read("moment", moments, []),
    need: read("need", (value) => texts(value, 1), []),
    caution: read("caution", (value, place) => readCautions(value, place, known, report), []),
    author: read("author", shortText, ""),
    reviewedBy: read("reviewed-by", shortText, ""),
    usualSeconds: read("usual", wholeSeconds, 0),
    ...(firstSeconds === undefined ? {} : { firstSeconds }),
    ...(date === undefined ? {} : { date }),
  };
  const bed = read("bed", (value) => (/^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : null), "");
  const place = entries.get("bed");
  if (sound && place && known.beds && !known.beds.includes(bed)) {
    const { line, column } = place;
    report(line, column, "bed-unknown", `No bed is called “${bed}”. Known are ${known.beds.join(", ")}.`);
  }
  return sound ? { meta, bed, places: entries } : null;
}

function shortText(value: string): string | null {
  return value.length > 0 && value.length <= 120 ? value : null;
}

function moments(value: string): ScriptMeta["moment"] | null {
  const named = texts(value, 1);
  const known = MOMENTS.filter((moment) => named?.includes(moment));
  return named && known.length === named.length ? known : null;
}

function wholeSeconds(value: string): number | null {
  const seconds = durationSeconds(value);
  return seconds !== null && seconds >= 30 && seconds <= 36_000 ? seconds : null;
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
