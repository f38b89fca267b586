import type { Trouble } from "../../api/request.ts";
import type { AccountKey } from "../../i18n/accountKeys.ts";
import type { SayAccount } from "../../i18n/accountWords.ts";
import { durationLabel } from "../../i18n/time.ts";

const WORDS: Readonly<Record<string, AccountKey>> = {
  away: "trouble.away",
  damaged: "trouble.other",
  "code-refused": "trouble.code",
  "key-refused": "trouble.key",
  "too-many-devices": "trouble.devices",
  "body-too-large": "trouble.large",
  "too-much-shared": "trouble.shares",
  "share-refused": "trouble.refused",
};
/** Where the service does not say how long, seconds. */
const USUAL_WAIT_SECONDS = 60;

/** What went wrong, and what to do, in plain words. */
export function troubleWords({ code, retryAfterSeconds }: Trouble, say: SayAccount, locale: string): string {
  if (code === "too-many-requests" || code === "busy") {
    return say("trouble.later", { wait: durationLabel(retryAfterSeconds ?? USUAL_WAIT_SECONDS, locale) });
  }
  return say(Object.hasOwn(WORDS, code) ? (WORDS[code] ?? "trouble.other") : "trouble.other");
}
