import type { Answer } from "./check-in.ts";
import type { Person } from "./person.ts";

/** So many answers are remembered. */
export const MOST_ANSWERS = 200;

/** The answers so far with a new one, newest first. @param atMs when it was given, epoch ms */
export function withAnswer(answers: Person["checkIns"], atMs: number, answer: Answer): Person["checkIns"] {
  return [{ atMs, answer }, ...answers].slice(0, MOST_ANSWERS);
}
