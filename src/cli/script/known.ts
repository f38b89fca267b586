import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../session/language.ts";
import type { Known } from "../../session/script/known.ts";
import { describeContentIssue } from "../content/content-issue.ts";
import { readLayers } from "../content/read-layers.ts";
import { sessionIds } from "../content/read-scripts.ts";
import { readAllWords } from "../content/script-words.ts";

/**
 * What scripts may name: layers, beds, sessions, and the words of each language.
 * @throws where a language's words are damaged
 */
export async function readKnown(root: string): Promise<(language: Language) => Known> {
  const { words, issues } = await readAllWords(root);
  if (issues.length > 0) throw new Error(issues.map(describeContentIssue).join("\n"));
  const beds = (await readdir(join(root, "sounds/beds"))).flatMap((name) =>
    name.endsWith(".json") ? [name.slice(0, -".json".length)] : [],
  );
  const common = {
    layers: [...(await readLayers(root)).values()],
    beds: beds.sort(),
    sessions: await sessionIds(root),
  };
  return (language) => {
    const own = words.get(language);
    return own ? { ...common, words: own } : common;
  };
}
