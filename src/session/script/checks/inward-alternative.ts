import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { isInward } from "./inward.ts";
import { saidByPart } from "./said.ts";

/** Another thing to do, or leave to do nothing. */
const ALTERNATIVE: Record<Language, RegExp> = {
  nl: /^of(?!\p{L})|, of(?!\p{L})|(?<!\p{L})of (je |ook |alleen |gewoon |toch |iets |de |het |niet|niets|luister|volg|blijf|kijk|laat|rust|wacht|neem|hou)|(?<!\p{L})(liever|anders|ook goed|ook prima|mag ook|kan ook|hoeft niet|hoeft ook niet|hoef je niet|in plaats|genoeg|allebei|te dichtbij|te veel)(?!\p{L})/iu,
  en: /^or\b|, or\b|\bor (you|just|let|not|nothing|something|listen|follow|stay|keep|look|rest|wait|the)\b|\b(rather|instead|either|both are|is fine|that’s fine|that's fine|fine too|good too|is enough|too close|too much|don['’]t have to|doesn['’]t have to|(can|could|may) also|needn['’]t)\b/i,
};
const EXAMPLE = { nl: "“… of luister naar de regen.”", en: "“… or listen to the rain.”" };

/** Attention to the body is an invitation with a way out in the same breath. */
export const inwardAlternative: Check = {
  rule: "inward-alternative",
  severity: "warning",
  find: (checked) => {
    const { language } = checked;
    const given = ALTERNATIVE[language];
    return saidByPart(checked).flatMap((said) =>
      said.flatMap(({ text, line, column }, index) => {
        const next = said[index + 1]?.text ?? "";
        if (!isInward(text, language) || given.test(text) || given.test(next)) return [];
        const message = `This turns inward without an alternative. Give one here or in the next sentence: ${EXAMPLE[language]}`;
        return [{ line, column, message }];
      }),
    );
  },
};
