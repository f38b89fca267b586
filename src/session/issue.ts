import type { BaseIssue } from "valibot";

/** What is wrong with one place of an outside document. Stable: screens and the API translate by it. */
export type IssueCode =
  | "not-a-document"
  | "too-deep"
  | "too-large"
  | "too-new"
  | "missing"
  | "unexpected"
  | "type"
  | "choice"
  | "shape"
  | "range"
  | "length"
  | "form"
  | "rule";

/** One thing that is wrong. Carries the place and the reason, never the value that was found there. */
export interface Issue {
  /** JSON pointer (RFC 6901); "" is the whole document. */
  readonly pointer: string;
  readonly code: IssueCode;
  readonly message: string;
}

/** More than this many issues help nobody. */
const MAX_ISSUES = 50;
/** Keys come from outside too: a pointer shows no more of each than this many characters. */
const MAX_KEY_LENGTH = 60;

const MESSAGES: Record<IssueCode, string> = {
  "not-a-document": "This is not a document: an object was expected.",
  "too-deep": "The document is nested too deeply.",
  "too-large": "The document is too large.",
  "too-new": "The document was made by a newer version than this one can read.",
  missing: "A required entry is missing.",
  unexpected: "This entry is not known here.",
  type: "The entry has the wrong type.",
  choice: "The entry is not one of the allowed choices.",
  shape: "The entry has none of the allowed shapes.",
  range: "The number is outside the allowed range.",
  length: "The entry is too short or too long.",
  form: "The text does not have the required form.",
  rule: "The entry breaks a rule of the document.",
};

/** An {@link Issue} with the words that belong to its code. */
export function issueAt(pointer: string, code: IssueCode): Issue {
  return { pointer, code, message: MESSAGES[code] };
}

/** Turns a validator's findings into {@link Issue}s, at most 50 of them. */
export function issuesFrom(found: readonly BaseIssue<unknown>[]): readonly Issue[] {
  return found
    .slice(0, MAX_ISSUES)
    .flatMap(mostTelling)
    .slice(0, MAX_ISSUES)
    .map(({ keys, issue }) => issueAt(keys.map(segment).join(""), codeOf(issue)));
}

interface Placed {
  readonly keys: readonly string[];
  readonly issue: BaseIssue<unknown>;
}

/**
 * A union that fits nowhere reports every option, with paths relative to itself; the option that fitted furthest in
 * is the one that was meant.
 */
function mostTelling(issue: BaseIssue<unknown>): readonly Placed[] {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const options = issue.type === "union" ? (issue.issues ?? []).flatMap(mostTelling) : [];
  const depth = Math.max(0, ...options.map((option) => option.keys.length));
  if (depth < 2) return [{ keys, issue }];
  return options
    .filter((option) => option.keys.length === depth)
    .map((option) => ({ keys: [...keys, ...option.keys], issue: option.issue }));
}

function segment(key: string): string {
  return `/${key.slice(0, MAX_KEY_LENGTH).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function codeOf(issue: BaseIssue<unknown>): IssueCode {
  if (issue.expected === "never") return "unexpected";
  if (issue.kind === "schema") {
    if (issue.received === "undefined") return "missing";
    if (issue.type === "union") return "shape";
    return issue.type === "picklist" || issue.type === "literal" ? "choice" : "type";
  }
  switch (issue.type) {
    case "min_value":
    case "max_value":
    case "integer":
    case "finite":
      return "range";
    case "non_empty":
    case "min_length":
    case "max_length":
    case "max_entries":
      return "length";
    case "check":
      return "rule";
    default:
      return "form";
  }
}
