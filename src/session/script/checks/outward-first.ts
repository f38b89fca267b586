import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";
import { isInward } from "./inward.ts";
import { saidIn } from "./said.ts";

/** What is around a person: the room, its sounds, what they lie or sit on. */
const OUTWARD: Record<Language, RegExp> = {
  nl: /(?<!\p{L})(kamer|geluid(en)?|hoor(t|bare)?|horen|klinkt?|regen|zee|golf|golven|vuur|bos|wind|deken|dekbed|laken|matras|bed|kussen|stoel|bank|vloer|grond|muur|muren|deur|raam|licht|lamp|stof|water|onder je|om je heen|rondom|buiten|dichtbij|ver weg|luister(t|en)?|kijk(t|en)?|zie(t|n)?|draagt|open of dicht|ruis)(?!\p{L})/iu,
  en: /\b(room|sounds?|hear|hearing|rain|sea|waves?|fire|forest|wind|blanket|duvet|sheets?|mattress|bed|pillow|chair|sofa|floor|ground|walls?|door|window|light|lamp|fabric|water|under you|underneath|beneath|around you|outside|nearby|far away|listen(ing)?|look(ing)?|see|holds you|carries you|open or closed|noise)\b/i,
};

/** First what is around somebody, then what is in them. */
export const outwardFirst: Check = {
  rule: "outward-first",
  severity: "warning",
  find: (checked) => {
    const { language } = checked;
    const said = saidIn(checked);
    const inward = said.findIndex(({ text }) => isInward(text, language));
    const first = said[inward];
    if (!first || said.slice(0, inward + 1).some(({ text }) => OUTWARD[language].test(text))) return [];
    const { line, column } = first;
    const message =
      "This turns inward before anything outside was named. Begin with the room, a sound, the bed.";
    return [{ line, column, message }];
  },
};
