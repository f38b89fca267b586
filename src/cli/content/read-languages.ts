import * as v from "valibot";
import { parseMessages } from "../../i18n/messages.ts";
import { LANGUAGES } from "../../session/schema.ts";
import { type ContentIssue, isIssue } from "./content-issue.ts";
import { readJsonFile } from "./json-source.ts";
import { type LanguageNames, NamesFile } from "./names.ts";
import { schemaIssues } from "./schema-issues.ts";

const MESSAGE_WORDS = {
  "not-an-object": "This file must hold one object of texts.",
  missing: "has no text; every language needs one.",
  "not-text": "must be a text.",
  empty: "is empty.",
  unknown: "is used nowhere; take it out or correct it.",
} as const;

/** Reads every language's names, and checks its interface words on the way. */
export async function readLanguages(
  root: string,
): Promise<{ readonly languages: readonly LanguageNames[]; readonly issues: readonly ContentIssue[] }> {
  const languages: LanguageNames[] = [];
  const issues: ContentIssue[] = [];
  for (const language of LANGUAGES) {
    issues.push(...(await messageFileIssues(root, `src/i18n/${language}/messages.json`)));
    const file = `src/i18n/${language}/names.json`;
    const source = await readJsonFile(root, file);
    if (isIssue(source)) {
      issues.push(source);
      continue;
    }
    const parsed = v.safeParse(NamesFile, source.value);
    if (parsed.success) languages.push({ language, file, source, names: parsed.output });
    else issues.push(...schemaIssues(file, source, parsed.issues));
  }
  return { languages, issues };
}

async function messageFileIssues(root: string, file: string): Promise<ContentIssue[]> {
  const source = await readJsonFile(root, file);
  if (isIssue(source)) return [source];
  return parseMessages(source.value).issues.map(({ key, issue }) => ({
    file,
    place: source.placeOf(`/${key}`),
    message: key === "" ? MESSAGE_WORDS[issue] : `${key} ${MESSAGE_WORDS[issue]}`,
  }));
}
