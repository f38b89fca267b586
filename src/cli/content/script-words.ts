import { join } from "node:path";
import * as v from "valibot";
import { LANGUAGES, type Language } from "../../session/language.ts";
import type { ScriptWords } from "../../session/script/words.ts";
import { type ContentIssue, isIssue } from "./content-issue.ts";
import { readJsonFile } from "./json-source.ts";
import { schemaIssues } from "./schema-issues.ts";

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60));

/** A language folder's script.json: how its guide counts, and what stands in a slot that nobody filled. */
const ScriptWordsFile = v.strictObject({
  numbers: v.pipe(v.array(Text), v.length(20)),
  slots: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)), Text),
});

/** Reads the words of a language that scripts draw on, or says what must be mended there. */
export async function readScriptWords(
  root: string,
  language: Language,
): Promise<ScriptWords | readonly ContentIssue[]> {
  const file = join("src/i18n", language, "script.json");
  const source = await readJsonFile(root, file);
  if (isIssue(source)) return [source];
  const parsed = v.safeParse(ScriptWordsFile, source.value);
  return parsed.success ? parsed.output : schemaIssues(file, source, parsed.issues);
}

/** The words of every language that has them, and what must be mended. */
export async function readAllWords(root: string): Promise<{
  readonly words: ReadonlyMap<Language, ScriptWords>;
  readonly issues: readonly ContentIssue[];
}> {
  const words = new Map<Language, ScriptWords>();
  const issues: ContentIssue[] = [];
  for (const language of LANGUAGES) {
    const read = await readScriptWords(root, language);
    if ("numbers" in read) words.set(language, read);
    else issues.push(...read);
  }
  return { words, issues };
}
