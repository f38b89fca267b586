import { describe, expect, it } from "vitest";
import { leaves } from "../../sounds/layers/nature/leaves.ts";
import { GrainBuffer } from "../../src/dsp/grain-buffer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { Rustle } from "../../src/dsp/rustle.ts";
import { rms } from "../helper/levels.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

describe("leaves", () => {
  it("move as often as asked for", () => {
    const rustle = new Rustle(2, RATE);
    const into = new GrainBuffer(0.03, RATE);
    const [left, right] = [new Float64Array(128), new Float64Array(128)];
    rustle.rate = 100;
    let count = 0;
    for (let block = 0; block < (10 * RATE) / 128; block++) {
      count += rustle.write(into, block * 128, 1);
      into.take(left, right, block * 128);
    }
    expect(Math.abs(count / 1000 - 1)).toBeLessThan(0.1);
  });

  it("are heard between 2 and 8 kHz, and the more of them the louder", () => {
    const [few, many] = [0, 1].map(
      (amount) => renderLayer(leaves, { sampleRate: RATE, seed: 1, frames: 4 * RATE, params: { amount } })[0],
    );
    if (!few || !many) throw new Error("nothing rendered");
    expect(20 * Math.log10(rms(many) / rms(few))).toBeGreaterThan(8);
    const power = (fromHz: number, toHz: number) =>
      thirdOctaves(many, RATE, fromHz, toHz).reduce((sum, { levelDb }) => sum + 10 ** (levelDb / 10), 0);
    expect(power(1250, 11_000) / power(100, 16_000)).toBeGreaterThan(0.8);
  });
});
