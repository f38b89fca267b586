import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { saidByPart } from "./said.ts";

/** A sentence that somebody says to themselves. */
const OWN: Record<Language, RegExp> = {
  nl: /^["“‘(]*(en |nu )?(ik|mijn|mij|['’]k)(?!\p{L})/iu,
  en: /^["“‘(]*(and |now )?(i|my|me|mine|i['’](m|ve|ll|d))\b/i,
};
const NEGATION: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(niet|geen|nooit|niets|niks|niemand|zonder)(?!\p{L})/iu,
  en: /\b(not|never|no|nothing|nobody|without)\b|n['’]t\b/i,
};
const MEND = { nl: "“Ik laat los.”", en: "“I let go.”" };

/** Soft words say what is, not what is not. They are the parts that mostly speak as “I”. */
export const affirmationNegation: Check = {
  rule: "affirmation-negation",
  severity: "error",
  find: (checked) => {
    const { language } = checked;
    return saidByPart(checked).flatMap((said) => {
      const own = said.filter(({ text }) => OWN[language].test(text));
      if (own.length * 2 < said.length) return [];
      return own.flatMap(({ text, line, column }) => {
        if (!NEGATION[language].test(text)) return [];
        const message = `These soft words say what is not. Say what is, such as ${MEND[language]}`;
        return [{ line, column, message }];
      });
    });
  },
};
