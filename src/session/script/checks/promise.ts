import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { unsaidIn } from "./matches.ts";

const PROMISES: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(piekeren|valt? in slaap|je slaapt|slaap je|je wordt (rustig|rustiger|slaperig|moe|kalm|kalmer|zwaar)|je bent (rustig|ontspannen|kalm|slaperig)|je (zult|zal)|zul je|genees\p{L}*|geneest|heelt|je voelt je (rustig|rustiger|beter|kalm|kalmer)|beter slapen|dieper slapen)(?!\p{L})/iu,
  en: /\b(fall(ing)? asleep|you['’]ll (sleep|feel|be|become|relax)|you['’]re (relaxed|calm|calmer|sleepy|getting)|you (feel|become) (calm|calmer|relaxed|sleepy|better)|you sleep|sleep (better|deeper)|heal(s|ed|ing)?|cures?|stop worrying)\b/i,
};

/** What nobody can keep is not promised: sleep, calm, healing. */
export const promise: Check = {
  rule: "promise",
  severity: "error",
  find: (checked) =>
    unsaidIn(checked, [
      { pattern: PROMISES[checked.language], mend: "Promise no outcome; say what is there, or what may be." },
    ]),
};
