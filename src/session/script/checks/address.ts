import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { type Unsaid, unsaidIn } from "./matches.ts";

const UNSAID: Record<Language, readonly Unsaid[]> = {
  nl: [
    { pattern: /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu, mend: "Say “je”." },
    { pattern: /(?<!\p{L})(we|wij|ons|onze|men)(?!\p{L})/iu, mend: "Speak of the one who listens: “je”." },
  ],
  en: [
    { pattern: /\b(we|we['’](re|ll|ve)|us|our|let['’]s)\b/i, mend: "Speak of the one who listens: “you”." },
  ],
};

/** The guide speaks to one person, as a friend does. */
export const address: Check = {
  rule: "address",
  severity: "error",
  find: (checked) => unsaidIn(checked, UNSAID[checked.language]),
};
