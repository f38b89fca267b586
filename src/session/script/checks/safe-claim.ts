import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { unsaidIn } from "./matches.ts";

const CLAIMED: Record<Language, RegExp> = {
  nl: /(?<!\p{L})veilige?(?!\p{L})(?! genoeg)/iu,
  en: /\bsafe\b(?! enough)/i,
};
const MEND = {
  nl: "Nobody here knows that. Write “veilig genoeg”, or let somebody look for themselves.",
  en: "Nobody here knows that. Write “safe enough”, or let somebody look for themselves.",
};

/** Only what is true in any bedroom: never "you are safe". */
export const safeClaim: Check = {
  rule: "safe-claim",
  severity: "error",
  find: (checked) =>
    unsaidIn(checked, [{ pattern: CLAIMED[checked.language], mend: MEND[checked.language] }]),
};
