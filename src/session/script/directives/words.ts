import { SHUFFLE_SECONDS } from "../../item.ts";
import { durationSeconds } from "../duration.ts";
import type { Directive, Wrong } from "./directive.ts";

export interface ShuffleTimes {
  readonly everySeconds: number;
  readonly forSeconds: number;
}

/** `[words every 7s for 15m]`; its list follows, one `- word` a line. */
export function readShuffleTimes({ rest }: Directive, wrong: Wrong): ShuffleTimes | null {
  const [, every = "", length = ""] = /^every\s+(\S+)\s+for\s+(\S+)$/.exec(rest) ?? [];
  const everySeconds = durationSeconds(every);
  const forSeconds = durationSeconds(length);
  const { min, max } = SHUFFLE_SECONDS;
  const fits = everySeconds !== null && everySeconds >= min && everySeconds <= max;
  if (!fits || forSeconds === null || forSeconds < 30 || forSeconds > 3600) {
    return wrong(`Words come every ${min}s to ${max}s, for 30s to 60m.`);
  }
  return { everySeconds, forSeconds };
}
