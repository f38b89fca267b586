export type ScriptIssueCode =
  | "front-matter-missing"
  | "front-matter-open"
  | "front-matter-line"
  | "front-matter-unknown"
  | "front-matter-twice"
  | "front-matter-absent"
  | "front-matter-value"
  | "heading-form"
  | "text-before-heading"
  | "part-twice"
  | "part-empty"
  | "part-too-long"
  | "parts-none"
  | "parts-too-many"
  | "parts-all-optional"
  | "directive-open"
  | "directive-inside-text"
  | "directive-unknown"
  | "directive-value"
  | "layer-unknown"
  | "param-unknown"
  | "param-value"
  | "session-unknown"
  | "caution-unknown"
  | "question-late"
  | "question-twice"
  | "questions-too-many"
  | "when-unknown"
  | "repeat-nested"
  | "repeat-open"
  | "repeat-end"
  | "repeat-empty"
  | "words-list"
  | "word-form"
  | "word-twice"
  | "list-alone"
  | "slot-form"
  | "slot-unknown"
  | "bed-unknown"
  | "sentence-open"
  | "sentence-too-long";

/** One thing in a script that a writer must mend: where it is, what it is, and how. */
export interface ScriptIssue {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly code: ScriptIssueCode;
  readonly message: string;
}

/** Notes an issue at a line and column, both from 1. */
export type Report = (line: number, column: number, code: ScriptIssueCode, message: string) => void;

/** `file:line:column: message`, the form that editors turn into a link. */
export function describeScriptIssue({ file, line, column, message }: ScriptIssue): string {
  return `${file}:${line}:${column}: ${message}`;
}
