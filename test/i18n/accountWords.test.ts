import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCOUNT_KEYS } from "../../src/i18n/accountKeys.ts";
import { loadAccountWords } from "../../src/i18n/accountWords.ts";
import en from "../../src/i18n/en/account.json";
import { parseTexts } from "../../src/i18n/messages.ts";
import nl from "../../src/i18n/nl/account.json";

describe.each([
  ["nl", nl],
  ["en", en],
])("the words for devices and sharing in %s", (_, file) => {
  it("are complete, and nothing in them is unused", () => {
    expect(parseTexts(file, ACCOUNT_KEYS)).toMatchObject({ ok: true, issues: [] });
  });

  it("have the same places to fill as the Dutch", () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of ACCOUNT_KEYS) expect([key, ...places(file[key])]).toEqual([key, ...places(nl[key])]);
  });
});

it("every one of them is said somewhere", () => {
  const folder = join(import.meta.dirname, "../../src/ui/account");
  const source = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  const said = new Set([...source.matchAll(/"([a-z]\w*\.[\w-]+)"/gi)].map(([, key]) => key));
  expect(ACCOUNT_KEYS.filter((key) => !said.has(key))).toEqual([]);
});

it("come in another language where one cannot be had", async () => {
  const files = new Map([
    ["nl", async () => Promise.reject(new TypeError("Failed to fetch"))],
    ["en", async () => en],
  ] as const);
  const say = await loadAccountWords("nl", files);
  expect(say("pair.until", { time: "22:10" })).toBe("Works once, until 22:10.");
});
