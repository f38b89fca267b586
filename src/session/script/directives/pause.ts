import { durationSeconds } from "../duration.ts";
import type { ReadDirective } from "./directive.ts";

/** `[pause 4s]`, `[pause 5s exactly]` */
export const readPause: ReadDirective = ({ words, more }, { wrong }) => {
  const [length = "", exactly, ...others] = words;
  const seconds = durationSeconds(length);
  const fits = others.length + more.length === 0 && (exactly === undefined || exactly === "exactly");
  if (!fits || seconds === null || seconds < 0.2 || seconds > 600) {
    return wrong("A pause needs a length of 0.2s to 10m, and “exactly” where it must not stretch.");
  }
  return { pause: exactly ? { seconds, exact: true } : { seconds } };
};
