import { durationSeconds } from "../duration.ts";
import type { ReadDirective } from "./directive.ts";

/** `[pulse 110 to 60 over 6m]`, `[pulse off]` */
export const readPulse: ReadDirective = ({ rest }, { wrong }) => {
  if (rest === "off") return { pulseOff: {} };
  const [, from, to, length = ""] = /^(\d{2,3})\s+to\s+(\d{2,3})\s+over\s+(\S+)$/.exec(rest) ?? [];
  const [fromPerMinute, toPerMinute] = [Number(from), Number(to)];
  const overSeconds = durationSeconds(length);
  const beats = (perMinute: number) => perMinute >= 40 && perMinute <= 140;
  const fits = beats(fromPerMinute) && beats(toPerMinute);
  if (!fits || overSeconds === null || overSeconds < 10 || overSeconds > 1800) {
    return wrong("A pulse needs two paces of 40 to 140 beats a minute and a change of 10s to 30m, or “off”.");
  }
  return { pulse: { fromPerMinute, toPerMinute, overSeconds } };
};
