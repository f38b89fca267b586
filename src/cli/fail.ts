/** Ends the command with one plain line on the error output. */
export function fail(line: string, exitCode = 1): never {
  console.error(line);
  process.exit(exitCode);
}

/** The words of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** {@link fail} with the words of whatever was thrown. */
export function failWith(error: unknown): never {
  return fail(wordsOf(error));
}
