import { expect, test } from "vitest";
import { Biquad, BUTTERWORTH_Q, lowPass } from "../../src/dsp/biquad.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { SleepShelf } from "../../src/dsp/sleep-shelf.ts";
import { highPass } from "../helper/filters.ts";
import { peak } from "../helper/levels.ts";
import { whiteNoise } from "../helper/signals.ts";

const RATE = 48_000;

/** Two channels through the shelf, its cut-off by the block. */
function through(
  channels: readonly [Float32Array, Float32Array],
  hzOf: (block: number) => number,
  rate = RATE,
) {
  const shelf = new SleepShelf(rate);
  const [left, right] = [channels[0].slice(), channels[1].slice()];
  for (let first = 0; first + BLOCK_FRAMES <= left.length; first += BLOCK_FRAMES) {
    shelf.hz = hzOf(first / BLOCK_FRAMES);
    shelf.process(left, right, first);
  }
  return [left, right] as const;
}

const noise = (seed: number) => Float32Array.from(whiteNoise(1, RATE, seed, 0.1));

test("at rest it is the low-pass that it is said to be, on either side", () => {
  const input = [noise(1), noise(2)] as const;
  const output = through(input, () => 4000);
  for (const side of [0, 1] as const) {
    const wanted = new Float64Array(input[side]);
    new Biquad(lowPass(4000, BUTTERWORTH_Q, RATE)).process(wanted);
    const difference = output[side].map((sample, i) => sample - (wanted[i] ?? Number.NaN));
    expect(peak(difference)).toBeLessThan(1e-6);
  }
});

test("open beyond half the sample rate it takes nothing away", () => {
  const input = [noise(1), noise(2)] as const;
  expect(through(input, () => 20_000, 32_000)).toEqual(input);
});

test("put on within three seconds, the quickest there is, it moves without a click", () => {
  const tone = Float32Array.from(
    { length: 3 * RATE },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * 1000 * i) / RATE),
  );
  const [swept] = through([tone, tone], (block) => 20_000 * (1 / 5) ** (block / 1125));
  const rest = highPass(swept, RATE, 8000).subarray(4000, -4000);
  expect(peak(rest)).toBeLessThan(0.5 * 10 ** (-80 / 20));
});
