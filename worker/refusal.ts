import type { Issue } from "../src/session/issue.ts";
import type { ProblemCode } from "./problem.ts";

/** Thrown where a request cannot be answered; the app's error handler makes the problem of it. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  /** What is wrong with the body, by place. */
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, issues: readonly Issue[] = [], headers: Record<string, string> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.issues = issues;
    this.headers = headers;
  }
}
