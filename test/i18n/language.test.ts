import { expect, it } from "vitest";
import { languages, localeFor, pickLanguage } from "../../src/i18n/language.ts";
import { LANGUAGES } from "../../src/session/schema.ts";

it("has a folder for each language of the session document", () => {
  expect([...languages].sort()).toEqual([...LANGUAGES].sort());
});

it("begins in the first of the browser's languages that there is, else in English", () => {
  expect(pickLanguage(["fr-BE", "nl-BE", "en"])).toBe("nl");
  expect(pickLanguage(["EN-us", "nl"])).toBe("en");
  expect(pickLanguage(["de"])).toBe("en");
  expect(pickLanguage([])).toBe("en");
});

it("keeps the clock of the person's own country", () => {
  expect(localeFor("en", ["nl-BE", "en-GB"])).toBe("en-GB");
  expect(localeFor("nl", ["en-US"])).toBe("nl");
});
