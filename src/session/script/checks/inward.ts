import type { Language } from "../../language.ts";
import { BODY } from "./body-words.ts";

/** Words that draw attention to what one feels. */
const ATTENTION: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(voel(t|en)?|voelbaar|merk(t|en)?|aandacht|volg(t|en)?|bewust|gewaar|let op|van binnen|vanbinnen)(?!\p{L})/iu,
  en: /\b(feel(s|ing)?|felt|notice|attention|follow|aware|sense|inside)\b/i,
};

/** What nobody sees or hears from outside: to name it is to turn there. */
const INSIDE: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(je|de|jouw) (hart(slag)?|buik|borst(kas)?|keel|longen)(?!\p{L})|(?<!\p{L})(vanbinnen|van binnen)(?!\p{L})/iu,
  en: /\b(your|the) (heart(beat)?|belly|chest|throat|lungs?)\b|\binside you\b/i,
};

/** Whether a sentence turns to the inside of the body. */
export function isInward(text: string, language: Language): boolean {
  return INSIDE[language].test(text) || (ATTENTION[language].test(text) && BODY[language].test(text));
}
