/** One thing in the content that must be mended before anything is built from it. */
export interface ContentIssue {
  /** Relative to the project's folder. */
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly place: Place | null;
  readonly message: string;
}

/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** `file:line:column: message`, the form that editors turn into a link. */
export function describeContentIssue({ file, place, message }: ContentIssue): string {
  return place ? `${file}:${place.line}:${place.column}: ${message}` : `${file}: ${message}`;
}

/** Line and column of an offset in a text. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

export function isIssue<T>(value: T | ContentIssue): value is ContentIssue {
  return (
    typeof value === "object" && value !== null && "message" in value && "file" in value && "place" in value
  );
}
