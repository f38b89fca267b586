import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CARE_KEYS } from "../../src/i18n/careKeys.ts";
import { loadCareWords } from "../../src/i18n/careWords.ts";
import en from "../../src/i18n/en/care.json";
import { parseTexts } from "../../src/i18n/messages.ts";
import nl from "../../src/i18n/nl/care.json";
import { CAUTION_CODES } from "../../src/session/person/caution.ts";
import { ANSWERS } from "../../src/session/person/check-in.ts";
import { HOW } from "../../src/session/person/dose.ts";
import { SLOTS } from "../../src/session/person/person.ts";
import { WRITING_KINDS } from "../../src/session/person/writing.ts";
import numbers from "../../src/ui/care/helpNumbers.json";

describe.each([
  ["nl", nl],
  ["en", en],
])("the words around a guided session in %s", (_, file) => {
  it("are complete, and nothing in them is unknown", () => {
    expect(parseTexts(file, CARE_KEYS)).toMatchObject({ ok: true, issues: [] });
  });

  it("have the same places to fill as the Dutch", () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of CARE_KEYS) expect([key, ...places(file[key])]).toEqual([key, ...places(nl[key])]);
  });

  it("shout at nobody and promise nothing", () => {
    for (const key of CARE_KEYS)
      expect(file[key]).not.toMatch(/!|you are safe|je bent veilig|\bu\b|\buw\b|simply|just /);
  });
});

/** Keys that the source puts together: the beginning that stands in it, and every ending that can follow. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  "check.": [...ANSWERS, "doctor", "dentist"],
  "check.fork-": ["danger", "heart"],
  "does.": CAUTION_CODES,
  "suits.": CAUTION_CODES,
  "how.": HOW,
  "slot.": SLOTS,
  "help.": numbers.countries.flatMap(({ country, numbers }) => [country, ...numbers.map(({ id }) => id)]),
  "write.": [...WRITING_KINDS, "kept", "put", "burning", "gone"],
  "choice.": CARE_KEYS.filter((key) => key.startsWith("choice.")).map((key) => key.slice("choice.".length)),
};

it("every one of them is said somewhere", () => {
  const source = ["care", "sheets"]
    .flatMap((folder) => {
      const path = join(import.meta.dirname, "../../src/ui", folder);
      return readdirSync(path).map((name) => readFileSync(join(path, name), "utf8"));
    })
    .join("\n");
  const written = [...source.matchAll(/"([a-z]\w*\.[\w-]+)"/gi)].map(([, key]) => key);
  const made = [...source.matchAll(/`([a-z]\w*\.[\w-]*)\$\{/gi)].flatMap(([, start = ""]) =>
    (MADE[start] ?? []).map((end) => start + end),
  );
  const said = new Set([...written, ...made]);
  expect(CARE_KEYS.filter((key) => !said.has(key))).toEqual([]);
});

it("come in another language where one cannot be had", async () => {
  const files = new Map([
    ["nl", async () => Promise.reject(new TypeError("Failed to fetch"))],
    ["en", async () => en],
  ] as const);
  const say = await loadCareWords("nl", files);
  expect(say("help.call", { number: "112" })).toBe("Call 112");
});
