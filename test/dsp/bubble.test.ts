import { describe, expect, it } from "vitest";
import { bubbleDamping, bubbleHz, bubbleSeconds, writeBubble } from "../../src/dsp/bubble.ts";
import { carrierHz } from "../helper/tones.ts";

const RATE = 48_000;

describe("bubble", () => {
  it("rings at 3 / r and dies away as van den Doel has it", () => {
    expect(bubbleHz(0.003)).toBe(1000);
    expect(1000 / bubbleDamping(500)).toBeCloseTo(27, 0);
    expect(1000 / bubbleDamping(1000)).toBeCloseTo(11.5, 1);
    expect(1000 / bubbleDamping(3000)).toBeCloseTo(2.8, 1);
  });

  it("keeps its pitch where it lies shallow", () => {
    const out = new Float64Array(RATE);
    const frames = writeBubble(out, { hz: 800, depth: 0.5 }, RATE);
    expect(frames / RATE).toBeCloseTo(bubbleSeconds(800), 3);
    expect(carrierHz(Float32Array.from(out.subarray(0, frames)), RATE)).toBeCloseTo(800, -1);
  });

  it("falls by 1/e in its decay time and begins at zero", () => {
    const out = new Float64Array(RATE);
    writeBubble(out, { hz: 2000, depth: 0.5 }, RATE);
    const peakFrom = (second: number) =>
      Math.max(...out.subarray(Math.round(second * RATE), Math.round(second * RATE) + 24));
    const tau = 1 / bubbleDamping(2000);
    expect(out[0]).toBe(0);
    expect(peakFrom(2 * tau) / peakFrom(tau)).toBeCloseTo(Math.exp(-1), 1);
  });

  it("rises by a tenth of its pitch in a decay time where it lies deep", () => {
    const deep = new Float64Array(RATE);
    writeBubble(deep, { hz: 1000, depth: 0.95 }, RATE);
    const tau = 1 / bubbleDamping(1000);
    const crossings: number[] = [];
    for (let i = 1; i < 4 * tau * RATE; i++) {
      const [before = 0, now = 0] = [deep[i - 1], deep[i]];
      if (before < 0 && now >= 0) crossings.push((i - now / (now - before)) / RATE);
    }
    const at = crossings.findIndex((time) => time > tau);
    const hz = 1 / ((crossings[at] ?? 1) - (crossings[at - 1] ?? 0));
    expect(hz).toBeGreaterThan(1080);
    expect(hz).toBeLessThan(1120);
  });
});
