import { durationSeconds } from "../duration.ts";
import { lineId } from "../line-id.ts";
import type { ReadDirective } from "./directive.ts";

/** From one number to the next unless the writer says otherwise, seconds. */
const EVERY_SECONDS = 1;

/** `[count 5]`, `[count 5 every 2s]`, `[count 5 down]` */
export const readCount: ReadDirective = ({ rest }, { known, wrong }) => {
  const found = /^(\d{1,2})(?:\s+every\s+(\S+?))?(?:\s+(down))?$/.exec(rest);
  const [, upTo, every, down] = found ?? [];
  const most = Number(upTo);
  const everySeconds = every === undefined ? EVERY_SECONDS : durationSeconds(every);
  if (!(most >= 2 && most <= 20) || everySeconds === null || everySeconds < 0.8 || everySeconds > 10) {
    return wrong(
      "Counting needs a number of 2 to 20, perhaps “every 0.8s” to “every 10s”, and perhaps “down”.",
    );
  }
  const numbers = known.words?.numbers.slice(0, most) ?? [];
  if (numbers.length < most) return wrong(`This language has words for ${numbers.length} numbers.`);
  const said = down ? numbers.toReversed() : numbers;
  return { count: { lines: said.map((text) => ({ line: lineId(text), text })), everySeconds } };
};
