import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { hasCaution } from "./has-caution.ts";

const HELD: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(hou(d|dt|den)?( je)? (de |je )?adem|adem\p{L}* (even )?(vast|in)(houden|gehouden)|adem (even )?vast)(?!\p{L})/iu,
  en: /\bhold(ing|s)? (your|the|a) breath\b|\bbreath (can be |is )?held\b/i,
};

/** Asthma, COPD, panic and pregnancy do not go with a held breath. */
export const breathHold: Check = {
  rule: "breath-hold",
  severity: "error",
  find: ({ language, script, places }) => {
    if (hasCaution(script, "breath-hold")) return [];
    const held = places.parts
      .flatMap(({ items }) => items)
      .find(({ item }) => {
        if ("say" in item) return HELD[language].test(item.say.text);
        return "breathe" in item && (item.breathe.pattern[1] > 0 || item.breathe.pattern[3] > 0);
      });
    if (!held) return [];
    const { line, column } = held;
    const message =
      "A breath is held here. Add “breath-hold -> breath-4-6” to the line “caution:”, or leave the hold out.";
    return [{ line, column, message }];
  },
};
