import { Gain } from "tone/build/esm/core/context/Gain.js";
import { connect } from "tone/build/esm/core/context/ToneAudioNode.js";
import { afterEach, expect, test } from "vitest";
import { offerCancelAndHold } from "../../src/engine/cancel-and-hold.ts";
import { createOfflineContext } from "../../src/engine/context.ts";
import { type Curve, layCurve } from "../../src/engine/curve.ts";

const RATE = 48_000;
const SECONDS = 1.5;
const own = Object.getOwnPropertyDescriptor(AudioParam.prototype, "cancelAndHoldAtTime");

afterEach(() => {
  if (own) Object.defineProperty(AudioParam.prototype, "cancelAndHoldAtTime", own);
});

/** As Firefox has it, with what the app brings along. */
function withoutOwn(): void {
  Reflect.deleteProperty(AudioParam.prototype, "cancelAndHoldAtTime");
  offerCancelAndHold(AudioParam.prototype);
}

/** What a gain does to a constant while one course replaces another at a night time. */
async function gains(first: Curve, at: number, second: Curve): Promise<Float32Array> {
  const context = createOfflineContext(SECONDS * RATE, RATE);
  const raw = context.rawContext as OfflineAudioContext;
  const source = raw.createConstantSource();
  const gain = new Gain({ context, gain: 0 });
  connect(source, gain);
  connect(gain, raw.destination);
  layCurve(gain.gain, first, 0, 0);
  layCurve(gain.gain, second, 0, at);
  source.start();
  return (await raw.startRendering()).getChannelData(0);
}

const rise: Curve = [
  { atSeconds: 0.2, value: 0.1 },
  { atSeconds: 1, value: 1 },
];

test.each([
  ["at the end of a ramp, with nothing after it", 1],
  ["in the middle of a ramp", 0.6],
  ["after everything", 1.2],
  ["at the very beginning", 0],
])("without the browser's cancelAndHoldAtTime a course is replaced all the same: %s", async (_, at) => {
  const second: Curve = [
    { atSeconds: at, value: 0.5 },
    { atSeconds: at + 0.2, value: 0.25 },
  ];
  const expected = await gains(rise, at, second);
  withoutOwn();
  expect(await gains(rise, at, second)).toEqual(expected);
  expect(expected.some((gain) => Math.abs(gain - 0.5) < 0.001)).toBe(true);
});

test("a browser's own is left alone", () => {
  const before = AudioParam.prototype.cancelAndHoldAtTime;
  offerCancelAndHold(AudioParam.prototype);
  expect(AudioParam.prototype.cancelAndHoldAtTime).toBe(before);
});
