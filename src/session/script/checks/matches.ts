import type { CheckedScript, Finding } from "./check.ts";
import { saidIn } from "./said.ts";

/** A pattern that is not to be said, and what to write instead. */
export interface Unsaid {
  readonly pattern: RegExp;
  readonly mend: string;
}

/** Every sentence in which a pattern stands, with the words that were found. */
export function unsaidIn(checked: CheckedScript, unsaid: readonly Unsaid[]): readonly Finding[] {
  return saidIn(checked).flatMap(({ text, line, column }) =>
    unsaid.flatMap(({ pattern, mend }) => {
      const found = pattern.exec(text)?.[0];
      return found ? [{ line, column, message: `“${found}” is said here. ${mend}` }] : [];
    }),
  );
}
