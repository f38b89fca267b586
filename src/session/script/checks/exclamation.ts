import type { Check } from "./check.ts";
import { saidIn } from "./said.ts";

/** A quiet guide does not call out. */
export const exclamation: Check = {
  rule: "exclamation",
  severity: "warning",
  find: (checked) =>
    saidIn(checked)
      .filter(({ text }) => text.includes("!"))
      .map(({ line, column }) => ({
        line,
        column,
        message: "An exclamation mark is loud. Use a full stop.",
      })),
};
