import { describe, expect, it } from "vitest";
import { SmoothParam } from "../../src/dsp/smooth-param.ts";

const RATE = 48_000;

describe("smooth parameter", () => {
  const step = (_name: "amount", frame: number) => (frame < 9600 ? 0 : 1);

  it("turns a step into a ramp of 10 ms or more that arrives", () => {
    const param = new SmoothParam("amount", RATE);
    const values: number[] = [];
    for (let frame = 0; frame < 19_200; frame += 128) {
      param.read(step, frame);
      expect(param.to - param.from).toBeLessThanOrEqual(0.13);
      values.push(param.to);
    }
    const rising = values.filter((value) => value > 0 && value < 1).length;
    expect((rising * 128) / RATE).toBeGreaterThan(0.01);
    expect(values.at(-1)).toBe(1);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it("reads the same from anywhere, and joins block to block", () => {
    const through = new SmoothParam("amount", RATE);
    let last = Number.NaN;
    for (let frame = 8960; frame < 12_800; frame += 128) {
      through.read(step, frame);
      if (frame > 8960) expect(through.from).toBe(last);
      const alone = new SmoothParam("amount", RATE);
      alone.read(step, frame);
      expect([alone.from, alone.to]).toEqual([through.from, through.to]);
      last = through.to;
    }
  });
});
