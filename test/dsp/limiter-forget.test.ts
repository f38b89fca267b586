import { expect, it } from "vitest";
import { Limiter } from "../../src/dsp/limiter.ts";
import { peak } from "../helper/levels.ts";
import { sine } from "../helper/signals.ts";

const RATE = 48000;

it("a limiter forgets what is on its way through where it is asked to, and goes on as it was", () => {
  const limiter = new Limiter(RATE, { ceilingDb: -1 });
  const passed = (tone: Float32Array) => {
    const out = new Float32Array(tone.length);
    limiter.process(tone, tone, out, new Float32Array(tone.length), tone.length);
    return out;
  };
  passed(sine(440, 0.5, RATE, 0.8));
  limiter.forget();
  const tone = sine(440, 0.5, RATE, 0.3);
  const after = passed(tone);
  const delay = limiter.latencyFrames;
  expect(peak(after.subarray(0, delay))).toBe(0);
  expect(after.subarray(delay)).toEqual(tone.subarray(0, RATE / 2 - delay));
});
