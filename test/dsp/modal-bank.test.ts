import { describe, expect, it } from "vitest";
import { ModalBank } from "../../src/dsp/modal-bank.ts";

const RATE = 48_000;
const modes = [
  { hz: 441.3, decaySeconds: 0.05 },
  { hz: 1203.9, decaySeconds: 0.02 },
];

describe("a bank of modes", () => {
  it("is the sum of its modes as written on paper", () => {
    const bank = new ModalBank(modes, RATE);
    bank.gains.set([0.5, -0.2]);
    bank.turns.set([0, 0.3]);
    const out = new Float64Array(2000);
    bank.add(out, out.length);
    for (const i of [0, 1, 17, 500, 1999]) {
      const t = i / RATE;
      const first = 0.5 * Math.exp(-t / 0.05) * Math.sin(2 * Math.PI * 441.3 * t);
      const second = -0.2 * Math.exp(-t / 0.02) * Math.sin(2 * Math.PI * (1203.9 * t + 0.3));
      expect(out[i]).toBeCloseTo(first + second, 10);
    }
  });

  it("writes any stretch of a ring as the whole ring has it", () => {
    const bank = new ModalBank(modes, RATE);
    const whole = new Float64Array(9600);
    bank.add(whole, whole.length);
    const stretch = new Float64Array(256);
    bank.add(stretch, 256, 3000);
    expect(stretch.every((sample, i) => Math.abs(sample - (whole[3000 + i] ?? 0)) < 1e-9)).toBe(true);
  });

  it("is over, at -80 dB, after its slowest mode", () => {
    const bank = new ModalBank(modes, RATE);
    expect(bank.seconds).toBeCloseTo(0.05 * Math.log(1e4), 12);
    const out = new Float64Array(64);
    bank.add(out, 64, Math.ceil(bank.seconds * RATE));
    expect(out.every((sample) => sample === 0)).toBe(true);
  });

  it("leaves out what a sample rate cannot carry", () => {
    expect(new ModalBank([...modes, { hz: 23_000, decaySeconds: 1 }], RATE).gains.length).toBe(2);
  });
});
