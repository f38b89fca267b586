import type { Language } from "../../language.ts";

/** A sentence that tells the body what to do. */
export const BODY_COMMAND: Record<Language, RegExp> = {
  nl: /^["“‘(]*(en |nu |dan |daarna )?((adem|blaas|haal)( (nu|eens|diep|rustig|langzaam|zachtjes|heel|helemaal|adem))* (in|uit|op|adem)|(sluit|ontspan|span|voel|leg|til|hef|beweeg|draai|strek|buig|knijp|duw|druk|pers|schud|rek|krul|bal|open|zak|richt|breng|plaats|trek|kantel)( (nu|eens|even|dan|ook|maar|zachtjes|langzaam|rustig|voorzichtig))* (je|jouw|de|het|een|beide|allebei|alle|alles|elke|in|uit|naar|met|op|aan|tegen|samen|los)|stamp|zucht|schud)(?!\p{L})/iu,
  en: /^["“‘(]*(and |now |then |next,? )?((breathe|inhale|exhale|sigh)( (now|deeply|slowly|gently|all the way))*( (in|out|deeply|slowly))?|(close|relax|tense|feel|lift|raise|move|turn|stretch|bend|squeeze|push|press|shake|curl|clench|drop|roll|tilt|tighten|notice|place|bring|lower|soften|release|open)( (now|slowly|gently|softly))* (your|the|both|each|all|it|them|into|against|down|up|together|one)|stamp|shake)\b/i,
};

/** The same words anywhere in a sentence, so usual that they are commands even there. */
export const USUAL_COMMAND: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(adem (in|uit)|sluit je ogen|ontspan je)(?!\p{L})/iu,
  en: /\b(breathe (in|out)|close your eyes|relax your)\b/i,
};

/** What turns a command into an invitation. */
export const SOFTENER: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(misschien|als je (wilt|wil|kunt|kan)|mag|mogen|kan|kunnen|kun je|hoeft|liever)(?!\p{L})|, of(?!\p{L})/iu,
  en: /\b(maybe|perhaps|if you(’|')?d? (like|want|can)|may|can|could|rather)\b|, or\b/i,
};
