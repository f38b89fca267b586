import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "../../src/i18n/en/sheets.json";
import { parseTexts } from "../../src/i18n/messages.ts";
import nl from "../../src/i18n/nl/sheets.json";
import { SHEET_KEYS } from "../../src/i18n/sheetKeys.ts";
import { loadSheetWords } from "../../src/i18n/sheetWords.ts";

describe.each([
  ["nl", nl],
  ["en", en],
])("the words of panels in %s", (_, file) => {
  it("are complete, and nothing in them is unused", () => {
    expect(parseTexts(file, SHEET_KEYS)).toMatchObject({ ok: true, issues: [] });
  });

  it("have the same places to fill as the Dutch", () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of SHEET_KEYS) expect([key, ...places(file[key])]).toEqual([key, ...places(nl[key])]);
  });

  it("do not raise their voice", () => {
    for (const text of Object.values(file)) expect(text).not.toMatch(/[!]|\.\.\.|…/);
  });
});

it("say je, never u, we or men, and no word of one side of the border", () => {
  for (const text of Object.values(nl)) {
    expect(text).not.toMatch(/\b(u|uw|we|wij|men|lekker|hoor|gsm|goesting|zetel)\b/i);
  }
});

it("the first screens say none of them: they would stay empty", () => {
  const root = join(import.meta.dirname, "../../src/ui");
  const first = ["home", "night", "parts", "model"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  for (const path of first.filter((name) => !name.endsWith("AtThree.tsx"))) {
    const source = readFileSync(join(root, path), "utf8");
    expect([path, ...SHEET_KEYS.filter((key) => source.includes(`"${key}"`))]).toEqual([path]);
  }
});

it("come in another language where one cannot be had", async () => {
  const files = new Map([
    ["nl", async () => Promise.reject(new TypeError("Failed to fetch"))],
    ["en", async () => en],
  ] as const);
  const say = await loadSheetWords("nl", files);
  expect(say("timer.until", { time: "22:10" })).toBe("until 22:10");
});
