import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { saidByPart } from "./said.ts";

const PERMITS: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(je mag|mag je)(?!\p{L})/iu,
  en: /\byou(?:['’]re| are) (allowed|free)\b|\byou may\b/i,
};
const MEND = { nl: "Use “misschien” or “als je wilt” here.", en: "Use “maybe” or “if you like” here." };

/** Permission is given once a part; more often it sounds like a rule. */
export const permission: Check = {
  rule: "permission",
  severity: "warning",
  find: (checked) =>
    saidByPart(checked).flatMap((said) =>
      said
        .filter(({ text }) => PERMITS[checked.language].test(text))
        .slice(1)
        .map(({ line, column }) => ({
          line,
          column,
          message: `Permission was already given in this part. ${MEND[checked.language]}`,
        })),
    ),
};
