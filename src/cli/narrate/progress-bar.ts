const CELLS = 24;

/** How far a pack is, as one line for a terminal: a bar, the count, and the sentence that is spoken now. */
export function progressBar(done: number, total: number, text: string): string {
  const filled = total > 0 ? Math.round((CELLS * Math.min(done, total)) / total) : CELLS;
  return `${"█".repeat(filled)}${"░".repeat(CELLS - filled)} ${done}/${total} ${text.slice(0, 40)}`.trimEnd();
}
