import { expect, it } from "vitest";
import { mix, whiteNoise } from "./signals.ts";
import { eventOverBedDb, steepestRise } from "./startle.ts";

const RATE = 48000;
/** White noise at -30 LUFS on two sides: the weighting lifts it by 3.1 dB, the second side by 3. */
const bed = whiteNoise(20, RATE, 1, 10 ** (-36.1 / 20));

/** The bed with its level, in dB, as a function of seconds. */
function shaped(levelDb: (seconds: number) => number): Float32Array[] {
  const channel = bed.map((sample, frame) => sample * 10 ** (levelDb(frame / RATE) / 20));
  return [channel, channel];
}

it("lets a steady bed and a start in decibels pass", () => {
  expect(
    steepestRise(
      shaped((seconds) => -5 * Math.max(0, 8 - seconds)),
      RATE,
    ).worst,
  ).toBeLessThanOrEqual(1);
});

it("lets 5 dB/s pass and not 8, above -45 LUFS", () => {
  const rising = (rate: number) => shaped((seconds) => Math.min(0, Math.max(-12, rate * (seconds - 10))));
  const later = (channels: Float32Array[]) =>
    channels.map((channel) => channel.map((x, i) => (i < RATE * 5 ? x * (i / RATE / 5) ** 3 : x)));
  expect(steepestRise(later(rising(5)), RATE).worst).toBeLessThanOrEqual(1);
  const steep = steepestRise(later(rising(8)), RATE);
  expect(steep.worst).toBeGreaterThan(1.1);
  expect(steep.atSeconds).toBeGreaterThan(8);
});

it("is startled by a sound that is there at once, and by a jump of 10 dB", () => {
  const start = steepestRise([bed, bed], RATE);
  expect(start.worst).toBeGreaterThan(2);
  expect(start.atSeconds).toBeLessThan(0.1);
  expect(steepestRise([bed, bed], RATE, 0).worst).toBeLessThan(0.2);
  expect(
    steepestRise(
      shaped((seconds) => (seconds < 10 ? -3 * Math.max(3.4, 10 - seconds) : 0)),
      RATE,
    ).worst,
  ).toBeGreaterThan(1.2);
});

it("reads how far an event lifts the bed", () => {
  const event = whiteNoise(20, RATE, 2, 10 ** (-36.1 / 20)).map((x, frame) =>
    frame > 5 * RATE && frame < 6 * RATE ? x : 0,
  );
  expect(eventOverBedDb([bed], [mix(bed, event)], RATE)).toBeCloseTo(3.01, 0);
});
