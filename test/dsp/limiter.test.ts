import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Limiter } from "../../src/dsp/limiter.ts";
import { peak } from "../helper/levels.ts";
import { generate, mix, reddened, sine, whiteNoise } from "../helper/signals.ts";
import { sineLevels } from "../helper/sine-level.ts";
import { truePeakDb } from "../helper/true-peak.ts";

const RATE = 48000;
const CEILING_DB = -1;
/** +12 dBFS. */
const HOT = 10 ** (12 / 20);
const SECONDS = 0.2;
const clipped = (signal: Float32Array) => signal.map((sample) => Math.max(-HOT, Math.min(HOT, sample)));

/** Signals of +12 dBFS that limiters are known to let through. All but the last are switched on hard. */
function hotSignals(rate: number): readonly (readonly [string, Float32Array])[] {
  const at = (sampleAt: (frame: number) => number) => generate(SECONDS, rate, sampleAt);
  const turn = (2 * Math.PI) / rate;
  const noise = clipped(whiteNoise(SECONDS, rate, 1, HOT / 3));
  const sines = [20, 100, 997, 7000, rate / 4, rate / 3, 0.43 * rate, 0.46 * rate, 0.48 * rate, 0.49 * rate];
  return [
    ...sines.flatMap((hz) =>
      [0, Math.PI / 4, 1.3].map(
        (phase) => [`a sine of ${hz} Hz at ${phase}`, sine(hz, SECONDS, rate, HOT, phase)] as const,
      ),
    ),
    ...[30, 440, 3333, 7777].map(
      (hz) =>
        [`a square of ${hz} Hz`, at((frame) => HOT * Math.sign(Math.sin(turn * hz * frame + 0.1)))] as const,
    ),
    ...[100, 1000, 12000, 21000, 23000].flatMap((hz) => [
      [
        `bursts of ${hz} Hz`,
        at((frame) => (frame % 6000 < 1500 ? HOT * Math.sin(turn * hz * frame + 0.7) : 0)),
      ] as const,
      [
        `steps of ${hz} Hz`,
        at((frame) => (frame % 6000 < 1500 ? HOT : 0.05) * Math.sin(turn * hz * frame + 0.7)),
      ] as const,
    ]),
    ["impulses", at((frame) => (frame % 4000 === 2000 ? HOT : 0))],
    ["pairs of impulses", at((frame) => ((frame % 4000) >> 1 === 1000 ? HOT : 0))],
    ["a dozen alternations", at((frame) => (frame % 4000 < 12 ? HOT * (frame % 2 === 0 ? 1 : -1) : 0))],
    ["a step of direct current", at((frame) => (frame > 4000 ? HOT : 0))],
    ["white noise", noise],
    ["random signs", noise.map((sample) => HOT * Math.sign(sample))],
    ["red noise", clipped(reddened(noise, 0.95).map((sample) => 5 * sample))],
    ["sparse noise", noise.map((sample) => (Math.abs(sample) > 0.9 * HOT ? sample : 0.1 * sample))],
    ["a swelling tone", at((frame) => (HOT * frame * Math.sin(turn * 300 * frame)) / (SECONDS * rate))],
  ];
}

describe.each([
  [48000, 1],
  [44100, 3],
] as const)("true peak of the output at %d Hz", (rate, stride) => {
  it.each(hotSignals(rate).filter((_, index) => index % stride === 0))(
    "stays below -1 dBTP under %s, hot and near the ceiling",
    (_, signal) => {
      const own = truePeakDb(signal);
      for (const peakDb of rate === RATE ? [own, -0.3] : [own, -0.3, -0.95]) {
        const scaled = signal.map((sample) => sample * 10 ** ((peakDb - own) / 20));
        const [left, right] = limited(scaled, new Float32Array(scaled.length), rate);
        expect(truePeakDb(left)).toBeLessThanOrEqual(CEILING_DB);
        expect(peak(right)).toBe(0);
      }
    },
  );
});

it.each([0.002, 0.25, 0.333, 0.47, 0.489, 0.495])(
  "keeps a sine at %d of the rate below -1 dBTP however near the ceiling it is, switched on hard or softly",
  (share) => {
    for (const phase of [0, 1.3]) {
      const tone = sine(share * RATE, 0.05, RATE, 1, phase);
      const [hardDb, softDb] = [truePeakDb(tone), truePeakDb(softly(tone))];
      for (const peakDb of [-0.97, -0.5, 3]) {
        const [hard] = limited(raised(peakDb - hardDb, tone));
        const [soft] = limited(raised(peakDb - softDb, softly(tone)));
        expect(truePeakDb(hard, soft)).toBeLessThanOrEqual(CEILING_DB);
      }
    }
  },
);

it.each([1, 2, 3, 4])("keeps white noise %d below -1 dBTP however near the ceiling it is", (seed) => {
  const noise = whiteNoise(0.05, RATE, seed);
  const own = truePeakDb(noise);
  for (const peakDb of [-1.05, -0.97, -0.6, 2, 10]) {
    expect(truePeakDb(...limited(raised(peakDb - own, noise)))).toBeLessThanOrEqual(CEILING_DB);
  }
});

it("keeps any mixture below -1 dBTP", () => {
  const component = fc.record({
    hz: fc.double({ min: 20, max: 0.49 * RATE, noNaN: true }),
    amplitude: fc.double({ min: 0, max: HOT, noNaN: true }),
    phase: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
    from: fc.integer({ min: 0, max: 6000 }),
    frames: fc.integer({ min: 1, max: 6000 }),
    noise: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(component, { minLength: 1, maxLength: 5 }), fc.nat(1000), (components, seed) => {
      const signals = components.map(({ hz, amplitude, phase, from, frames, noise }) => {
        const source = noise
          ? whiteNoise(0.25, RATE, seed, amplitude / 3)
          : sine(hz, 0.25, RATE, amplitude, phase);
        return source.map((sample, frame) => (frame >= from && frame < from + frames ? sample : 0));
      });
      const [left, right] = limited(clipped(mix(...signals)), clipped(mix(...signals.slice(1))));
      expect(truePeakDb(left, right)).toBeLessThanOrEqual(CEILING_DB);
    }),
    { numRuns: 40 },
  );
});

describe("below the ceiling", () => {
  it.each([
    ...[0.002, 0.02, 0.25, 0.333, 0.45, 0.48].map((share) => [share, -1.08] as const),
    ...[0.485, 0.489, 0.492, 0.495].map((share) => [share, -1.12] as const),
  ])("passes a sine at %d of the rate bit for bit up to %d dBTP", (share, highestDb) => {
    const tone = softly(sine(share * RATE, 0.1, RATE, 1, 0.8));
    const own = truePeakDb(tone);
    for (const peakDb of [-1.7, -1.3, highestDb]) expectUntouched(raised(peakDb - own, tone));
  });

  it.each([
    ["white", 0],
    ["pinkish", 0.5],
    ["brown", 0.99],
  ] as const)("passes %s noise bit for bit up to -1.12 dBTP", (_, pole) => {
    for (const seed of [1, 2, 3, 4]) {
      const noise = reddened(whiteNoise(0.1, RATE, seed), pole);
      const own = truePeakDb(noise);
      for (const peakDb of [-1.7, -1.12]) expectUntouched(raised(peakDb - own, noise));
    }
  });

  it("passes bit for bit, later by its latency", () => {
    const noise = whiteNoise(1, RATE, 1, 0.15);
    expect(truePeakDb(noise)).toBeLessThan(CEILING_DB - 0.75);
    expect(truePeakDb(noise)).toBeGreaterThan(-6);
    const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
    const [left, right] = run(limiter, noise, sine(440, 1, RATE, 0.81));
    expect(left.subarray(limiter.latencyFrames)).toEqual(noise.subarray(0, RATE - limiter.latencyFrames));
    expect(right.subarray(limiter.latencyFrames)).toEqual(
      sine(440, 1, RATE, 0.81).subarray(0, RATE - limiter.latencyFrames),
    );
    expect(limiter.reductionDb).toBe(0);
  });

  it("passes bit for bit again some seconds after a peak", () => {
    const quiet = whiteNoise(6, RATE, 1, 0.05);
    const once = quiet.map((sample, frame) => (frame === RATE ? 3 : sample));
    const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
    const [left] = run(limiter, once);
    const delay = limiter.latencyFrames;
    expect(left.subarray(5 * RATE + delay)).toEqual(quiet.subarray(5 * RATE, 6 * RATE - delay));
    expect(left.subarray(RATE + delay + 5000, RATE + delay + 5100)).not.toEqual(
      quiet.subarray(RATE + 5000, RATE + 5100),
    );
  });
});

describe("above the ceiling", () => {
  it("turns both channels down by the same gain, and says how far", () => {
    const left = sine(500, 1, RATE, HOT);
    const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
    const [outLeft, outRight] = run(
      limiter,
      left,
      left.map((sample) => sample / 10),
    );
    const ratio = peak(outLeft.subarray(20000)) / peak(outRight.subarray(20000));
    expect(ratio).toBeCloseTo(10, 3);
    expect(limiter.reductionDb).toBeCloseTo(12 + 1 + 1, 1);
  });

  it("bends a low tone by less than a thousandth", () => {
    const [out] = limited(sine(50, 2, RATE, HOT));
    const levels = sineLevels(out, RATE, 150, 0.1, 0.2).slice(5);
    const own = sineLevels(out, RATE, 50, 0.1, 0.2).slice(5);
    for (const [index, { db }] of levels.entries()) expect(db - (own[index]?.db ?? 0)).toBeLessThan(-60);
  });

  it("comes back slowly and without a step: by 6 dB/s", () => {
    const tone = generate(
      4.5,
      RATE,
      (frame) => (frame < RATE ? 4 : 0.2) * Math.sin((2 * Math.PI * 1000 * frame) / RATE),
    );
    const [out] = limited(tone);
    const levels = sineLevels(out, RATE, 1000, 0.01, 0.008).filter(
      ({ atSeconds }) => atSeconds > 1.04 && atSeconds < 4.49,
    );
    const steps = levels.slice(1).map(({ db }, index) => db - (levels[index]?.db ?? 0));
    expect(Math.max(...steps)).toBeLessThan(0.065);
    expect(Math.min(...steps)).toBeGreaterThan(-0.01);
    expect(levels.at(-1)?.db).toBeCloseTo(20 * Math.log10(0.2), 2);
  });
});

describe("the ceiling", () => {
  it("moves smoothly to a night ceiling, and holds there", () => {
    const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
    const tone = sine(1000, 4, RATE, 1);
    run(limiter, tone.subarray(0, RATE));
    limiter.ceilingDb = -13;
    const [out] = run(limiter, tone.subarray(RATE));
    const steps = sineLevels(out, RATE, 1000, 0.02, 0.01);
    for (const [index, { db }] of steps.entries())
      expect(Math.abs(db - (steps[index - 1]?.db ?? db))).toBeLessThan(0.2);
    const settled = softly(out.slice(2.2 * RATE));
    expect(truePeakDb(settled)).toBeLessThanOrEqual(-13);
    expect(truePeakDb(settled)).toBeGreaterThan(-14.5);
  });
});

describe("bad samples", () => {
  it("become silence, and the next ones are heard", () => {
    const tone = sine(440, 3, RATE, 0.3);
    const bad = tone.map((sample, frame) =>
      frame % 5000 < 3 ? ([Number.NaN, Infinity, -Infinity][frame % 5000] ?? 0) : sample,
    );
    const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
    const [out] = run(limiter, bad);
    expect(out.every(Number.isFinite)).toBe(true);
    expect(out[5001 + limiter.latencyFrames]).toBe(0);
    expect(out[5010 + limiter.latencyFrames]).toBe(tone[5010]);
  });

  it("of absurd size are held below the ceiling and forgotten within seconds", () => {
    const tone = sine(440, 6, RATE, 0.3);
    const [out] = limited(tone.map((sample, frame) => (frame === 4800 ? 3e38 : sample)));
    expect(truePeakDb(out)).toBeLessThanOrEqual(CEILING_DB);
    expect(peak(out.subarray(5.5 * RATE))).toBeCloseTo(0.3, 4);
  });
});

it("writes into its inputs where asked to, in blocks of any length", () => {
  const signal = sine(997, 0.5, RATE, 2);
  const [expected] = limited(signal);
  const inPlace = signal.slice();
  const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
  limiter.process(inPlace, inPlace.slice(), inPlace, new Float32Array(inPlace.length), inPlace.length);
  expect(peak(inPlace.map((sample, frame) => sample - (expected[frame] ?? 0)))).toBeLessThan(1e-6);
});

function expectUntouched(signal: Float32Array): void {
  const limiter = new Limiter(RATE, { ceilingDb: CEILING_DB });
  const [out] = run(limiter, signal);
  expect(out.every((sample, frame) => sample === (signal[frame - limiter.latencyFrames] ?? 0))).toBe(true);
}

function raised(byDb: number, signal: Float32Array): Float32Array {
  return signal.map((sample) => sample * 10 ** (byDb / 20));
}

/** With edges of 20 ms. */
function softly(signal: Float32Array): Float32Array {
  const edge = 0.02 * RATE;
  return signal.map((sample, frame) => {
    const inside = Math.min(1, frame / edge, (signal.length - frame) / edge);
    return sample * (0.5 - 0.5 * Math.cos(Math.PI * inside));
  });
}

/** What a fresh limiter makes of a signal, its tail included. */
function limited(left: Float32Array, right = left, rate = RATE): [Float32Array, Float32Array] {
  const tail = 1024;
  const padded = [left, right].map((signal) => {
    const longer = new Float32Array(signal.length + tail);
    longer.set(signal);
    return longer;
  });
  return run(new Limiter(rate, { ceilingDb: CEILING_DB }), padded[0] ?? left, padded[1] ?? right);
}

function run(limiter: Limiter, left: Float32Array, right = left): [Float32Array, Float32Array] {
  const outLeft = new Float32Array(left.length);
  const outRight = new Float32Array(left.length);
  for (let start = 0; start < left.length; start += 128) {
    const end = Math.min(start + 128, left.length);
    limiter.process(
      left.subarray(start, end),
      right.subarray(start, end),
      outLeft.subarray(start, end),
      outRight.subarray(start, end),
      end - start,
    );
  }
  return [outLeft, outRight];
}
