import { expect, it } from "vitest";
import { variedChoice } from "../../src/dsp/varied-choice.ts";

it("a varied choice is never that of its neighbours, and takes each choice about as often", () => {
  for (const count of [3, 5]) {
    const choices = Array.from({ length: 4000 }, (_, index) => variedChoice(7, index - 2000, count));
    const often = Array.from({ length: count }, () => 0);
    for (const [index, choice] of choices.entries()) {
      expect(choice).not.toBe(choices[index + 1]);
      often[choice] = (often[choice] ?? 0) + 1;
    }
    for (const times of often) expect((times * count) / choices.length).toBeCloseTo(1, 0.9);
  }
});
