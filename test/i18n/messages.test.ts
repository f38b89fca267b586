import fc from "fast-check";
import { describe, expect, it } from "vitest";
import en from "../../src/i18n/en/messages.json";
import { MESSAGE_KEYS } from "../../src/i18n/keys.ts";
import { fill, parseMessages } from "../../src/i18n/messages.ts";
import nl from "../../src/i18n/nl/messages.json";

describe.each([
  ["nl", nl],
  ["en", en],
])("the words of %s", (_, file) => {
  it("are complete, and nothing in them is unused", () => {
    expect(parseMessages(file)).toMatchObject({ ok: true, issues: [] });
  });

  it("have the same places to fill as the Dutch", () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of MESSAGE_KEYS) expect([key, ...places(file[key])]).toEqual([key, ...places(nl[key])]);
  });

  it("do not raise their voice", () => {
    for (const text of Object.values(file)) expect(text).not.toMatch(/[!]|\.\.\.|…/);
  });
});

it("says je, never u, we or men, and no word of one side of the border", () => {
  for (const text of Object.values(nl)) {
    expect(text).not.toMatch(/\b(u|uw|we|wij|men|lekker|hoor|gsm|goesting|zetel)\b/i);
  }
});

describe("parseMessages", () => {
  it("names each key that is missing, empty or no text", () => {
    const { "home.begin": _, ...rest } = nl;
    const parsed = parseMessages({ ...rest, "night.stop": " ", "night.pause": 3 });
    expect(parsed.ok).toBe(false);
    expect(parsed.issues).toEqual([
      { key: "home.begin", issue: "missing" },
      { key: "night.pause", issue: "not-text" },
      { key: "night.stop", issue: "empty" },
    ]);
  });

  it("names a key that nothing uses, and takes the file all the same", () => {
    const parsed = parseMessages({ ...nl, "home.bgin": "Begin" });
    expect(parsed).toMatchObject({ ok: true, issues: [{ key: "home.bgin", issue: "unknown" }] });
  });

  it("answers anything at all with issues, and never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseMessages(value).ok).toBe(false);
      }),
    );
  });
});

describe("fill", () => {
  it("fills places, and leaves those without a value as they are written", () => {
    expect(fill("{what} · tot {time}", { what: "Regen" })).toBe("Regen · tot {time}");
  });
});
