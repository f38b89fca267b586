import { Automation, type AutomationPlan } from "../dsp/automation.ts";
import type { ParamInfo } from "../session/catalogue.ts";

/**
 * A move across a parameter's whole range, seconds. No layer spans more than 14 LU (rain, from drops to a downpour), so
 * none rises faster than 3.5 dB/s, and under the startle rule's 6 there is room for another slider, a choice and a gust. A
 * smaller move takes its part of it.
 */
const FULL_RANGE_SECONDS = 4;
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

/**
 * The plan of a scene: what holds until then, and from there a glide to the value asked for, over `overSeconds` or as
 * long as a hand would take; choices step. What was planned for later is replaced.
 */
export function paramGlide(
  info: ParamInfo,
  before: AutomationPlan | undefined,
  value: number,
  atSeconds: number,
  overSeconds: number,
): AutomationPlan {
  const move = paramMove(info, before, value, atSeconds).points;
  const [from, to] = [move[0], move.at(-1)];
  const known = before?.points ?? [{ atSeconds: 0, value: info.default }];
  const earlier = known.filter((point) => point.atSeconds < atSeconds);
  if (!from || !to) return { points: earlier };
  const untilSeconds = info.choices ? atSeconds : Math.max(to.atSeconds, atSeconds + overSeconds);
  return { points: [...earlier, from, { ...to, atSeconds: untilSeconds }] };
}
