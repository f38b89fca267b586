import fc from "fast-check";
import { expect, it } from "vitest";
import { newCode, readCode } from "../../../worker/pairing/code.ts";

it("every code is readable, eight characters in two halves, and reads back", () => {
  const counts = new Map<string, number>();
  for (let count = 0; count < 2000; count++) {
    const code = newCode();
    expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{4}$/);
    expect(readCode(code)).toBe(code.replace("-", ""));
    for (const character of code.replace("-", "")) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  // 16000 characters of 25 kinds, 640 of each; six standard deviations are 150.
  expect(counts.size).toBe(25);
  for (const count of counts.values()) expect(Math.abs(count - 640)).toBeLessThan(150);
});

it("whatever is typed is a code or null", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
      expect(readCode(typed) ?? "22222222").toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{8}$/);
    }),
  );
});
