export interface Sentence {
  readonly text: string;
  /** Where it begins, line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** Whether it ends with a full stop, question mark, exclamation mark or ellipsis. */
  readonly closed: boolean;
}

export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Up to and including the closing mark and quotes after it, before white space or the end. */
const SENTENCE = /\S.*?(?:[.!?…]{1,4}["'”’)]*(?=\s|$)|$)/gs;

/** Splits the lines of one paragraph into sentences; a sentence may run over line ends. */
export function sentences(paragraph: readonly SourceLine[]): readonly Sentence[] {
  const text = paragraph.map((line) => line.text).join("\n");
  return [...text.matchAll(SENTENCE)].map((match) => {
    const raw = match[0].trimEnd();
    return {
      text: raw.replaceAll(/\s+/g, " "),
      ...placeOf(paragraph, match.index),
      closed: /[.!?…]["'”’)]*$/.test(raw),
    };
  });
}

function placeOf(paragraph: readonly SourceLine[], offset: number): { line: number; column: number } {
  let left = offset;
  for (const { text, line } of paragraph) {
    if (left <= text.length) return { line, column: left + 1 };
    left -= text.length + 1;
  }
  throw new Error("sentences: an offset lies outside its paragraph");
}
