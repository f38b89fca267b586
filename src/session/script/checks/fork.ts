import type { Check } from "./check.ts";
import { DANGER } from "./danger.ts";
import { saidIn } from "./said.ts";

/** Before anything about conflict, boundaries or a fast heart it is asked whether something is unsafe now. */
export const fork: Check = {
  rule: "fork",
  severity: "error",
  find: (checked) => {
    if (checked.script.fork || checked.isOpening) return [];
    const said = saidIn(checked).find(({ text }) => DANGER[checked.language].test(text));
    if (!said) return [];
    const word = DANGER[checked.language].exec(said.text)?.[0] ?? "";
    const message = `“${word}” comes close to danger. Put [fork] before the first heading, so that help comes first.`;
    return [{ line: said.line, column: said.column, message }];
  },
};
