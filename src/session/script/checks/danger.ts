import type { Language } from "../../language.ts";

/** Conflict, boundaries, a heart that races: whoever is in danger needs help first, not an exercise. */
export const DANGER: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(ruzie\p{L}*|conflict\p{L}*|grens|grenzen|bedreig\p{L}*|dreig\p{L}*|geweld\p{L}*|bonzend\p{L}* hart|hart bonst|hart gaat tekeer)(?!\p{L})/iu,
  en: /\b(quarrels?|arguments?|conflicts?|boundar(y|ies)|threat\w*|violen\w*|(pounding|racing) heart|heart(['’]s| is)? (pounding|racing)|heart (pounds|races))\b/i,
};

/** Looking back on oneself and others: for the day. */
export const REFLECTION: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(ruzie\p{L}*|conflict\p{L}*|grens|grenzen|trigger\p{L}*|jongere (zelf|ik)|oude wond\p{L}*|oude pijn)(?!\p{L})/iu,
  en: /\b(quarrels?|arguments?|conflicts?|boundar(y|ies)|triggers?|younger (self|you|me)|old (wounds?|hurts?))\b/i,
};
