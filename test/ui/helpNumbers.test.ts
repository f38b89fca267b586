import * as v from "valibot";
import { describe, expect, it } from "vitest";
import file from "../../src/ui/care/helpNumbers.json";
import { HelpNumbers, helpCountries, telephoneLink } from "../../src/ui/care/helpNumbers.ts";

describe("the numbers of the help page", () => {
  it("have each a source, and a day on which they were checked that is not to come", () => {
    const { countries } = v.parse(HelpNumbers, file);
    for (const { checked, numbers } of countries) {
      expect(Date.parse(checked)).toBeGreaterThan(Date.parse("2026-01-01"));
      expect(Date.parse(checked)).toBeLessThan(Date.now() + 86_400_000);
      for (const { id, source } of numbers)
        expect([id, source]).toEqual([id, expect.stringMatching(/^https:/)]);
    }
    expect(
      countries.map(({ country, numbers }) => [country, ...numbers.map(({ number }) => number)]),
    ).toEqual([
      ["nl", "112", "113", "0800-2000", "088 0767 000"],
      ["be", "112", "101", "1813", "1712", "106"],
    ]);
  });

  it.each(["source", "number", "id"])("are refused where one lacks its %s", (field) => {
    const lacking = structuredClone(file);
    Reflect.deleteProperty(lacking.countries[0]?.numbers[0] ?? {}, field);
    expect(v.safeParse(HelpNumbers, lacking).success).toBe(false);
  });

  it("are refused where a country lacks the day", () => {
    const lacking = structuredClone(file);
    Reflect.deleteProperty(lacking.countries[1] ?? {}, "checked");
    expect(v.safeParse(HelpNumbers, lacking).success).toBe(false);
  });

  it("come with the reader's own country first", () => {
    expect(helpCountries("nl-BE").map(({ country }) => country)).toEqual(["be", "nl"]);
    expect(helpCountries("nl-NL").map(({ country }) => country)).toEqual(["nl", "be"]);
    expect(helpCountries("en")).toHaveLength(2);
  });

  it("are dialled without spaces or dashes", () => {
    expect(telephoneLink("088 0767 000")).toBe("tel:0880767000");
  });
});
