import type { BreathPattern } from "../../item.ts";
import type { ReadDirective } from "./directive.ts";

/** `[breathe 4-6 x10]`, `[breathe 4-6 x10 with companion]` */
export const readBreathe: ReadDirective = ({ words, more }, { wrong }) => {
  const pattern = breathPattern(words[0] ?? "");
  const times = Number(/^x(\d{1,3})$/.exec(words[1] ?? "")?.[1]);
  const beside = words.slice(2).join(" ");
  const fits = more.length === 0 && (beside === "" || beside === "with companion");
  if (!pattern || !fits || !(times >= 1 && times <= 200)) {
    return wrong(
      "Breathing needs in-out, in-hold-out or in-hold-out-hold (in and out 1 to 20 seconds) and how often, x1 to x200; “with companion” where somebody breathes along.",
    );
  }
  return { breathe: beside === "" ? { pattern, times } : { pattern, times, companion: true } };
};

/** Reads `4-6`, `4-1-6` or `4-4-4-4` as in, hold, out, hold seconds. */
function breathPattern(text: string): BreathPattern | null {
  if (!/^\d+(\.\d+)?(-\d+(\.\d+)?){1,3}$/.test(text)) return null;
  const numbers = text.split("-").map(Number);
  const [inhale = 0, second = 0, third = 0, rest = 0] = numbers;
  const [hold, exhale] = numbers.length === 2 ? [0, second] : [second, third];
  const pattern: BreathPattern = [inhale, hold, exhale, rest];
  return inhale >= 1 && exhale >= 1 && pattern.every((seconds) => seconds <= 20) ? pattern : null;
}
