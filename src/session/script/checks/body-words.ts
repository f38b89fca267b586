import type { Language } from "../../language.ts";

/** What a person has of a body, and what goes on in it. */
export const BODY: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(lijf|lichaam|handen?|hand(palm)?en|voet(en)?|voetzolen|benen|been|kuit(en)?|dij(en)?|billen|bil|buik|borst(kas)?|schouders?|armen?|arm|hals|nek|ka(ak|ken)|gezicht|voorhoofd|ogen|oog|oogleden|tenen|teen|vingers?|vuist(en)?|rug|heup(en)?|knie(ën)?|adem(haling|t|en)?|hart(slag)?|keel|spier(en)?|hoofd|mond|tong|longen|huid|polsen|pols)(?!\p{L})/iu,
  en: /\b(body|hands?|palms?|foot|feet|soles?|legs?|calf|calves|thighs?|buttocks?|belly|chest|shoulders?|arms?|throat|neck|jaw|face|forehead|eyes?|eyelids?|toes?|fingers?|fists?|back|hips?|knees?|breath(ing|s)?|heart(beat)?|muscles?|head|mouth|tongue|lungs?|skin|wrists?)\b/i,
};
