import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { type Unsaid, unsaidIn } from "./matches.ts";

const UNSAID: Record<Language, readonly Unsaid[]> = {
  nl: [
    { pattern: /(?<!\p{L})lekkere?(?!\p{L})/iu, mend: "Write “fijn”." },
    { pattern: /(?<!\p{L})hoor(?=[.!?…])/iu, mend: "Leave it out." },
    { pattern: /(?<!\p{L})gsm(?!\p{L})/iu, mend: "Write “telefoon”." },
    {
      pattern: /(?<!\p{L})(goesting|zetel|plezant|gezellige?|amai|joh|kussensloop)(?!\p{L})/iu,
      mend: "Use a word of Flanders and the Netherlands alike.",
    },
    { pattern: /(?<!\p{L})(simpelweg|gewoonweg)(?!\p{L})/iu, mend: "Leave it out: it may not be simple." },
  ],
  en: [
    { pattern: /\b(simply|just)\b/i, mend: "Leave it out: it may not be simple." },
    {
      pattern:
        /\b(do not|does not|is not|it is|that is|you are|there is|i will|cannot|are not|will not|you will)\b/i,
      mend: "Contract it, as one speaks.",
    },
  ],
};

/** Words of everyday speech, of no region, that make nothing look easy. */
export const plainWords: Check = {
  rule: "plain-words",
  severity: "error",
  find: (checked) => unsaidIn(checked, UNSAID[checked.language]),
};
