import { type Curve, curveAt } from "../../../src/engine/curve.ts";
import {
  type Ending,
  endingCurve,
  endingFrom,
  enteringCurve,
  guideCurve,
  leavingCurve,
  returningCurve,
  shelfCurve,
} from "../../../src/engine/fades.ts";

/** A course, and those that replace it on the way: each holds from its second on. */
export interface Ramp {
  readonly unit: "gain" | "frequency";
  readonly seconds: number;
  readonly laid: readonly { readonly fromSeconds: number; readonly curve: Curve }[];
}

const ENDING: Ending = { deadlineSeconds: 30, fadeSeconds: 20 };
const LATER: Ending = { deadlineSeconds: 38, fadeSeconds: 12 };

const once = (unit: Ramp["unit"], seconds: number, curve: Curve): Ramp => ({
  unit,
  seconds,
  laid: [{ fromSeconds: 0, curve }],
});

/** One course replaced by another that begins at what then stands: in the middle of a ramp, nothing may jump. */
function replaced(
  unit: Ramp["unit"],
  seconds: number,
  first: Curve,
  at: number,
  then: (now: number) => Curve,
) {
  const second = then(curveAt(first, at));
  return {
    unit,
    seconds,
    laid: [
      { fromSeconds: 0, curve: first },
      { fromSeconds: at, curve: second },
    ],
  };
}

/** Every kind of course that a night lays down. */
export const RAMPS: Readonly<Record<string, Ramp>> = {
  entering: once("gain", 12, enteringCurve(0)),
  returning: once("gain", 8, returningCurve(0)),
  leaving: once("gain", 4, leavingCurve(1, 0.5, 2.5)),
  fade: once("gain", 32, endingCurve(ENDING)),
  "guide leaves": once("gain", 32, guideCurve(1, ENDING)),
  shelf: once("frequency", 32, shelfCurve(ENDING)),
  "fade put off": replaced("gain", 40, endingCurve(ENDING), 20, (now) => endingFrom(LATER, 20, now)),
  "held while entering": replaced("gain", 6, enteringCurve(0), 3, (now) => leavingCurve(now, 3, 1)),
  "shelf put off": replaced("frequency", 40, shelfCurve(ENDING), 20, (now) => [
    { atSeconds: 20, value: now },
    { atSeconds: 23, value: curveAt(shelfCurve(LATER), 23) },
  ]),
};
