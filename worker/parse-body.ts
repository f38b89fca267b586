import * as v from "valibot";
import { type Issue, issuesFrom } from "../src/session/issue.ts";
import { knownKeys } from "./known-keys.ts";
import { Refusal } from "./refusal.ts";

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/**
 * A body as its schema has it. Throws `body-invalid` (422) with the places that do not fit. A pointer goes no further
 * than the keys that the schema itself has, so that no answer repeats what was sent.
 */
export function parseBody<S extends Schema>(schema: S, value: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw new Refusal("body-invalid", withOwnWords(schema, issuesFrom(parsed.issues)));
}

/** The same findings, each pointer cut before the first key that is not the schema's own. */
export function withOwnWords(schema: Schema, issues: readonly Issue[]): readonly Issue[] {
  const known = knownKeys(schema);
  return issues.map((issue) => {
    const segments = issue.pointer.split("/").slice(1);
    const foreign = segments.findIndex((segment) => !/^\d{1,5}$/.test(segment) && !known.has(segment));
    const own = foreign < 0 ? segments : segments.slice(0, foreign);
    return { ...issue, pointer: own.map((segment) => `/${segment}`).join("") };
  });
}
