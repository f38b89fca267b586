import type { Check } from "./check.ts";
import { REFLECTION } from "./danger.ts";
import { saidIn } from "./said.ts";

/** Nothing that stirs up the past or a conflict in the evening. */
export const reflection: Check = {
  rule: "reflection",
  severity: "error",
  find: (checked) => {
    const { language, script, places } = checked;
    if (script.meta.moment.every((moment) => moment === "day")) return [];
    const said = saidIn(checked).find(({ text }) => REFLECTION[language].test(text));
    if (!said) return [];
    const word = REFLECTION[language].exec(said.text)?.[0] ?? "";
    const place = places.front.get("moment") ?? places.frontEnd;
    const message = `“${word}” (line ${said.line}) asks to look back, which is for the day. Write “moment: day”.`;
    return [{ line: place.line, column: place.column, message }];
  },
};
