import { Automation, type AutomationPlan } from "../dsp/automation.ts";
import type { ParamInfo } from "../session/catalogue.ts";

/**
 * A move across a parameter's whole range, seconds. No layer spans more than 14 LU (rain, from drops to a downpour), so
 * none rises faster than 5 dB/s: under the startle rule's 6. A smaller move takes its part of it.
 */
const FULL_RANGE_SECONDS = 3;
/** However small the move, it is a ramp. */
const LEAST_SECONDS = 0.15;
/** Fine enough to read a plan where the next one takes over, per second. */
const READING_RATE = 48_000;

/**
 * The plan of a hand on a parameter, from what holds now to the value asked for: a ramp, or for choices a step, which the
 * kernel crossfades without sounding the choices between.
 * @param before the plan that holds until then; undefined = the default
 * @param value wanted, brought within the parameter's range
 * @param nowSeconds night time at which the hand is on it
 */
export function paramMove(
  info: ParamInfo,
  before: AutomationPlan | undefined,
  value: number,
  nowSeconds: number,
): AutomationPlan {
  const to = Math.min(info.max, Math.max(info.min, value));
  const from = before ? new Automation(before, READING_RATE).at(nowSeconds * READING_RATE) : info.default;
  if (info.choices) {
    return {
      points: [
        { atSeconds: nowSeconds, value: from },
        { atSeconds: nowSeconds, value: Math.round(to) },
      ],
    };
  }
  const part = Math.abs(to - from) / (info.max - info.min);
  return {
    points: [
      { atSeconds: nowSeconds, value: from },
      { atSeconds: nowSeconds + Math.max(LEAST_SECONDS, FULL_RANGE_SECONDS * part), value: to },
    ],
  };
}
