import type { Language } from "../../language.ts";
import type { Check } from "./check.ts";

/** A beginning that asks, invites or orders. */
const ASKS: Record<Language, RegExp> = {
  nl: /\?$|^(kies|denk|zoek|luister|kom|neem|ga|stel|begin|zit|lig|maak|schrijf|kijk|adem|sluit|voel|leg|laat|probeer|doe|zet|pak|vandaag ga|nu ga|straks ga)(?!\p{L})|(?<!\p{L})(je mag|kun je|kan je|wil je|als je wilt|probeer)(?!\p{L})/iu,
  en: /\?$|^(choose|think|find|listen|come|take|go|imagine|begin|start|sit|lie|make|write|look|breathe|close|feel|put|let|try|get|today you|now you)\b|\b(you can|you may|you could|would you|if you like|if you want|try to)\b/i,
};
const EXAMPLE = {
  nl: "“Het is laat, en je hoofd staat nog aan.”",
  en: "“It's late, and your head's still busy.”",
};

/** A session begins by saying how it is now, and asks for nothing before that. */
export const acknowledgement: Check = {
  rule: "acknowledgement",
  severity: "error",
  find: ({ language, places, isOpening }) => {
    if (isOpening) return [];
    const items = places.parts.flatMap((part) => part.items);
    const first = items.find(({ item }) => !("pause" in item || "scene" in item || "bell" in item));
    if (!first || ("say" in first.item && !ASKS[language].test(first.item.say.text))) return [];
    const { line, column } = first;
    const message = `This asks something first. Begin with one plain sentence about how it may be now, such as ${EXAMPLE[language]}`;
    return [{ line, column, message }];
  },
};
