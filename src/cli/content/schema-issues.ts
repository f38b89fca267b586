import type { BaseIssue } from "valibot";
import { issuesFrom } from "../../session/issue.ts";
import type { ContentIssue } from "./content-issue.ts";
import type { JsonSource } from "./json-source.ts";

/** A schema's findings with the lines and columns where they stand. */
export function schemaIssues(
  file: string,
  source: JsonSource,
  found: readonly BaseIssue<unknown>[],
): ContentIssue[] {
  return issuesFrom(found).map(({ pointer, message }) => ({
    file,
    place: source.placeOf(pointer),
    message: pointer === "" ? message : `${pointer.slice(1).replaceAll("/", " > ")}: ${message}`,
  }));
}
