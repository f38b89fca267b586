import { BODY } from "./body-words.ts";
import type { Check } from "./check.ts";
import { BODY_COMMAND, SOFTENER, USUAL_COMMAND } from "./commands.ts";
import { saidByPart } from "./said.ts";

const MEND = {
  nl: "Write what may happen, such as “De adem mag komen.”",
  en: "Write what may happen, such as “Your shoulders can drop.”",
};

/** Where attention goes to the body, things may happen; nothing is ordered. */
export const bodyCommand: Check = {
  rule: "body-command",
  severity: "error",
  find: (checked) => {
    const { language } = checked;
    return saidByPart(checked).flatMap((said) => {
      const aboutBody = said.some(({ text }) => BODY[language].test(text));
      return said.flatMap(({ text, line, column }) => {
        const bare = aboutBody && BODY_COMMAND[language].test(text) && !SOFTENER[language].test(text);
        if (text.endsWith("?") || !(bare || USUAL_COMMAND[language].test(text))) return [];
        return [{ line, column, message: `This tells the body what to do. ${MEND[language]}` }];
      });
    });
  },
};
