import type { Check } from "./check.ts";
import { saidIn } from "./said.ts";

/** Two different sentences with one name would share one recording. */
export const sameRecording: Check = {
  rule: "same-recording",
  severity: "error",
  find: (checked) => {
    const first = new Map<string, string>();
    return saidIn(checked).flatMap(({ text, lineId, line, column }) => {
      const before = first.get(lineId) ?? text;
      first.set(lineId, before);
      if (before === text) return [];
      return [
        { line, column, message: `By chance this has the same recording as “${before}”. Change a word.` },
      ];
    });
  },
};
