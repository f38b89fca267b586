import * as v from "valibot";
import type { LayerDefinition } from "../../dsp/layer.ts";
import { LANGUAGES, type Language } from "../../session/schema.ts";
import type { ContentIssue } from "./content-issue.ts";
import type { JsonSource } from "./json-source.ts";

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120));

/** A language folder's names.json. A parameter's or choice's name may stand under its layer, or once for all layers. */
export const NamesFile = v.strictObject({
  layers: v.record(v.string(), Text),
  params: v.record(v.string(), v.union([Text, v.record(v.string(), Text)])),
  choices: v.record(
    v.string(),
    v.union([Text, v.record(v.string(), v.union([Text, v.record(v.string(), Text)]))]),
  ),
  settings: v.record(v.string(), v.record(v.string(), Text)),
  beds: v.record(v.string(), Text),
  sessions: v.record(v.string(), Text),
});
export type NamesFile = v.InferOutput<typeof NamesFile>;

/** What needs a name in every language. */
export interface Nameable {
  readonly layers: ReadonlyMap<string, LayerDefinition>;
  readonly beds: readonly string[];
  readonly sessions: readonly string[];
}

/** One language's names with the text they were read from. */
export interface LanguageNames {
  readonly language: Language;
  readonly file: string;
  readonly source: JsonSource;
  readonly names: NamesFile;
}

/** Names that a language lacks, and names of what does not exist. */
export function nameIssues(
  { language, file, source, names }: LanguageNames,
  nameable: Nameable,
): ContentIssue[] {
  const missing = (pointer: string, what: string): ContentIssue => ({
    file,
    place: source.placeOf(pointer),
    message: `${what} has no name in "${language}"; add ${pointer.slice(1).split("/").join(" > ")}.`,
  });
  const issues: ContentIssue[] = [];
  for (const layer of nameable.layers.values()) {
    if (!names.layers[layer.id]) issues.push(missing(`/layers/${layer.id}`, `Layer ${layer.id}`));
    for (const [param, spec] of Object.entries(layer.params)) {
      if (spec.role !== undefined) continue;
      if (!hasName(names.params, [layer.id, param], [param])) {
        issues.push(missing(`/params/${param}`, `Parameter ${param} of layer ${layer.id}`));
      }
      for (const choice of spec.choices ?? []) {
        if (!hasName(names.choices, [layer.id, param, choice], [param, choice], [choice])) {
          issues.push(missing(`/choices/${choice}`, `Choice ${choice} of ${layer.id}, ${param}`));
        }
      }
    }
    for (const setting of Object.keys(layer.settings ?? {})) {
      if (!hasName(names.settings, [layer.id, setting])) {
        issues.push(missing(`/settings/${layer.id}/${setting}`, `Setting ${setting} of layer ${layer.id}`));
      }
    }
  }
  for (const [group, ids] of [
    ["beds", nameable.beds],
    ["sessions", nameable.sessions],
  ] as const) {
    for (const id of ids) {
      if (!names[group][id])
        issues.push(missing(`/${group}/${id}`, `${group === "beds" ? "Bed" : "Session"} ${id}`));
    }
  }
  return [...issues, ...strangers(file, source, names, nameable)];
}

function strangers(file: string, source: JsonSource, names: NamesFile, nameable: Nameable): ContentIssue[] {
  const known = { layers: [...nameable.layers.keys()], beds: nameable.beds, sessions: nameable.sessions };
  return (["layers", "beds", "sessions"] as const).flatMap((group) =>
    Object.keys(names[group])
      .filter((id) => !known[group].includes(id))
      .map((id) => ({
        file,
        place: source.placeOf(`/${group}/${id}`),
        message: `${group} > ${id} names something that does not exist; take it out or correct it.`,
      })),
  );
}

/** Whether a nested record holds a text under one of the paths. */
function hasName(record: unknown, ...paths: readonly (readonly string[])[]): boolean {
  return paths.some((path) => {
    let value = record;
    for (const key of path) {
      if (typeof value !== "object" || value === null) return false;
      value = new Map(Object.entries(value)).get(key);
    }
    return typeof value === "string" && value !== "";
  });
}

/** A title in every language; null where one has none (already an issue). */
export function titlesOf(
  group: "beds" | "sessions",
  id: string,
  languages: readonly LanguageNames[],
): Record<Language, string> | null {
  const titles = new Map(languages.map(({ language, names }) => [language, names[group][id]]));
  const [nl, en] = LANGUAGES.map((language) => titles.get(language));
  return nl && en ? { nl, en } : null;
}
