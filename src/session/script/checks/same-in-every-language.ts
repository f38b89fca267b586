import type { Item } from "../../item.ts";
import type { Script } from "../../schema.ts";
import type { Place, PlacedPart, ScriptPlaces } from "../places.ts";
import type { Finding } from "./check.ts";

interface Compiled {
  readonly script: Script;
  readonly places: ScriptPlaces;
}

/**
 * Whether two languages of one session ask, play and need the same: front matter, questions, parts, and in each part the
 * same directives in the same order. Sentences and their number are each language's own.
 * @param model the language that was written first
 * @returns findings in the other language's file, each where it first differs
 */
export function sameAs(model: Compiled, other: Compiled): readonly Finding[] {
  return [...frontFindings(model, other), ...questionFindings(model, other), ...partFindings(model, other)];
}

const KEYS = {
  moment: (script: Script) => script.meta.moment,
  need: (script: Script) => script.meta.need,
  usual: (script: Script) => script.meta.usualSeconds,
  first: (script: Script) => script.meta.firstSeconds,
  author: (script: Script) => script.meta.author,
  "reviewed-by": (script: Script) => script.meta.reviewedBy,
  date: (script: Script) => script.meta.date,
  caution: (script: Script) => script.meta.caution.map((each) => ("code" in each ? each : "a sentence")),
} as const;

function frontFindings(model: Compiled, { script, places }: Compiled): Finding[] {
  return Object.entries(KEYS).flatMap(([key, read]) => {
    if (same(read(model.script), read(script))) return [];
    const place = places.front.get(key) ?? places.frontEnd;
    return [at(place, `The other language has another line “${key}:”. Give both the same.`)];
  });
}

function questionFindings(model: Compiled, { script, places }: Compiled): Finding[] {
  const asked = ({ choices, fork }: Script) => ({ choices, fork });
  if (same(asked(model.script), asked(script))) return [];
  return [
    at(places.frontEnd, "The other language asks something else before the start. Ask the same in both."),
  ];
}

function partFindings(model: Compiled, { script, places }: Compiled): Finding[] {
  for (const [index, part] of script.parts.entries()) {
    const other = model.script.parts[index];
    const place = places.parts[index] ?? places.frontEnd;
    if (!other) return [at(place, "The other language has no such part.")];
    if (!same(markOf(part), markOf(other))) {
      const mark = `{#${other.id}}${other.optional ? " [optional]" : ""}`;
      return [
        at(
          place,
          `Here the other language has the part ${mark}. Give both the same parts in the same order.`,
        ),
      ];
    }
    const differing = directiveFinding(model.places.parts[index], places.parts[index]);
    if (differing) return [differing];
  }
  const missing = model.script.parts[script.parts.length];
  if (!missing) return [];
  const last = places.parts.at(-1) ?? places.frontEnd;
  return [at(last, `After this part the other language has another one, {#${missing.id}}.`)];
}

function markOf({ id, optional, when }: Script["parts"][number]) {
  return { id, optional, when };
}

function directiveFinding(model: PlacedPart | undefined, part: PlacedPart | undefined): Finding | null {
  const theirs = directivesOf(model);
  const ours = directivesOf(part);
  const index = Array.from({ length: Math.max(theirs.length, ours.length) }).findIndex(
    (_, each) => !same(shapeOf(theirs[each]?.item), shapeOf(ours[each]?.item)),
  );
  if (index === -1) return null;
  const place = ours[index] ?? ours.at(-1) ?? part;
  const message =
    "From here on the other language has other directives. Give both the same in the same order.";
  return place ? at(place, message) : null;
}

function directivesOf(part: PlacedPart | undefined) {
  return (part?.items ?? []).filter(({ item }) => !("say" in item));
}

/** What must be the same: numbers and loose words have each language's own. */
function shapeOf(item: Item | undefined): unknown {
  if (item && "count" in item) return { count: item.count.lines.length, every: item.count.everySeconds };
  if (item && "words" in item) return { words: item.words.everySeconds, for: item.words.forSeconds };
  return item;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function at({ line, column }: Place, message: string): Finding {
  return { line, column, message };
}
