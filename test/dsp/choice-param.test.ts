import { describe, expect, it } from "vitest";
import { ChoiceParam, equalPower } from "../../src/dsp/choice-param.ts";

const RATE = 48_000;

/** Weights at the start of each block from `fromBlock` on, for a plan that steps from 0 to 3 at second 1. */
function weights(fromBlock: number, toBlock: number): number[][] {
  const choice = new ChoiceParam("kind", 4, RATE);
  const plan = (_name: "kind", frame: number) => (frame < RATE ? 0 : 3);
  const read: number[][] = [];
  for (let block = fromBlock; block < toBlock; block++) {
    choice.read(plan, block * 128);
    read.push([...choice.from]);
  }
  return read;
}

describe("a parameter of choices", () => {
  it("crossfades in 2 s between the two chosen, and never sounds those between", () => {
    const all = weights(300, 1200);
    for (const [first = 0, second, third, fourth = 0] of all) {
      expect([second, third]).toEqual([0, 0]);
      expect(first + fourth).toBeCloseTo(1, 12);
    }
    const rising = all.map((each) => each[3] ?? 0);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    const fading = rising.filter((weight) => weight > 0 && weight < 1).length;
    expect((fading * 128) / RATE).toBeCloseTo(2, 2);
    expect([rising[0], rising.at(-1)]).toEqual([0, 1]);
  });

  it("is the same wherever reading begins", () => {
    expect(weights(420, 500)).toEqual(weights(300, 500).slice(120));
  });

  it("takes the nearest choice, within those there are", () => {
    const choice = new ChoiceParam("kind", 3, RATE);
    choice.read(() => 1.4, 0);
    expect([...choice.to]).toEqual([0, 1, 0]);
    choice.read(() => 9, 128_000);
    expect([...choice.to]).toEqual([0, 0, 1]);
    expect([choice.isHeard(0), choice.isHeard(2)]).toEqual([false, true]);
  });

  it("keeps the power of two unlike sounds", () => {
    for (const weight of [0, 0.2, 0.5, 1]) {
      expect(equalPower(weight) ** 2 + equalPower(1 - weight) ** 2).toBeCloseTo(1, 12);
    }
  });
});
