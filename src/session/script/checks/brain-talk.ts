import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { unsaidIn } from "./matches.ts";

const EXPLAINS: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(hersen(en|golven)?|brein|zenuw(en|stelsel)?|hormo(on|nen)|cortisol|adrenaline|melatonine|dopamine|serotonine|oxytocine|nervus|vagus|polyvagaal|amygdala|neuro\p{L}*|trauma\p{L}*|onderbewust\p{L}*|procent|wetenschap\p{L}*|onderzoek)(?!\p{L})/iu,
  en: /\b(brain(waves?)?|nerv(e|es|ous)|hormones?|cortisol|adrenaline|melatonin|dopamine|serotonin|oxytocin|vagus|polyvagal|amygdala|neuro\w*|trauma\w*|subconscious|per ?cent|scien(ce|tific)|research|studies)\b/i,
};

/** A guide explains no brain, no hormone, no figure. */
export const brainTalk: Check = {
  rule: "brain-talk",
  severity: "error",
  find: (checked) =>
    unsaidIn(checked, [
      { pattern: EXPLAINS[checked.language], mend: "Explain nothing; say what can be heard, felt or seen." },
    ]),
};
