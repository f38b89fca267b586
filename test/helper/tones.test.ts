import { expect, it } from "vitest";
import { generate, mix, sine, whiteNoise } from "./signals.ts";
import { binauralBeatHz, carrierHz, monauralBeatHz, pulseHz, strongestTones } from "./tones.ts";

const RATE = 48000;

it.each([150.0004, 219.9991, 440.123])("finds a carrier of %d Hz to 0.0001 Hz in ten seconds", (hz) => {
  expect(Math.abs(carrierHz(sine(hz, 10, RATE, 0.1, 1), RATE) - hz)).toBeLessThan(1e-4);
});

it("finds it under noise to 0.001 Hz", () => {
  const signal = mix(sine(220.005, 12, RATE, 0.1), whiteNoise(12, RATE, 1, 0.03));
  expect(Math.abs(carrierHz(signal, RATE) - 220.005)).toBeLessThan(1e-3);
});

it("reads a binaural beat with its sign", () => {
  const left = sine(218.75, 10, RATE, 0.1);
  const right = sine(221.2501, 10, RATE, 0.1);
  expect(Math.abs(binauralBeatHz(left, right, RATE) - 2.5001)).toBeLessThan(2e-4);
  expect(binauralBeatHz(right, left, RATE)).toBeLessThan(0);
});

it("reads a monaural beat from one channel, by its tones and by its pulse", () => {
  const signal = mix(sine(218.75, 10, RATE, 0.1), sine(221.2501, 10, RATE, 0.1, 2));
  expect(Math.abs(monauralBeatHz(signal, RATE) - 2.5001)).toBeLessThan(1e-3);
  expect(Math.abs(pulseHz(signal, RATE) - 2.5001)).toBeLessThan(1e-3);
});

it("reads the rate of raised-cosine pulses", () => {
  const pulsed = generate(10, RATE, (frame) => {
    const seconds = frame / RATE;
    return (
      (1 - 0.6 * (0.5 + 0.5 * Math.cos(2 * Math.PI * 4.0007 * seconds))) *
      Math.sin(2 * Math.PI * 220 * seconds)
    );
  });
  expect(Math.abs(pulseHz(pulsed, RATE) - 4.0007)).toBeLessThan(1e-3);
});

it("gives amplitudes, strongest first", () => {
  const tones = strongestTones(mix(sine(300, 5, RATE, 0.05), sine(200, 5, RATE, 0.2)), RATE, 2, {
    fromHz: 50,
    toHz: 1000,
  });
  expect(tones.map((tone) => Math.round(tone.hz))).toEqual([200, 300]);
  expect(tones[0]?.amplitude).toBeCloseTo(0.2, 4);
  expect(tones[1]?.amplitude).toBeCloseTo(0.05, 4);
});

it("tells a carrier that is 0.01 Hz off", () => {
  expect(Math.abs(carrierHz(sine(220.01, 10, RATE, 0.1), RATE) - 220)).toBeGreaterThan(0.009);
});
