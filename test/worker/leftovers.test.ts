import { describe, expect, it } from "vitest";
import { Leftovers } from "../../worker/limits/leftovers.ts";

function counted(mostKilobytes: number): { leftovers: Leftovers; collections(): number } {
  let collections = 0;
  const collect = () => {
    collections++;
  };
  return { leftovers: new Leftovers(collect, mostKilobytes), collections: () => collections };
}

describe("what requests leave", () => {
  it("is let go of when it has come to the most that may be left, and not before", () => {
    const { leftovers, collections } = counted(100);
    for (let i = 0; i < 9; i++) leftovers.add(10);
    leftovers.add(9);
    expect(collections()).toBe(0);
    leftovers.add(1);
    expect(collections()).toBe(1);
  });

  it("is counted anew afterwards", () => {
    const { leftovers, collections } = counted(100);
    for (let i = 0; i < 34; i++) leftovers.add(30);
    // Each fourth of them reaches 120.
    expect(collections()).toBe(8);
  });
});
