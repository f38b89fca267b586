import type { Language } from "../language.ts";
import type { Choice, Script, SessionDocument } from "../schema.ts";
import { slotNames } from "../script/slots.ts";
import type { Caution } from "./caution.ts";
import { SLOTS, type Slot } from "./person.ts";
import type { Suggestible } from "./suggest.ts";

/** What a session's script says of itself, for whoever thinks of starting it. */
export interface ScriptFacts {
  /** Known cautions, each with what can be done instead. */
  readonly cautions: readonly Caution[];
  /** Cautions in the writer's own words. */
  readonly sentences: readonly string[];
  /** Asked before the start; the first option is taken where nothing is answered. */
  readonly choices: readonly Choice[];
  /** Slots that its lines name. */
  readonly slots: readonly Slot[];
  /** Whether the danger question comes before it. */
  readonly fork: boolean;
  /** The script's own first dose; undefined = the usual first dose. */
  readonly firstSeconds: number | undefined;
}

const NO_FACTS: ScriptFacts = {
  cautions: [],
  sentences: [],
  choices: [],
  slots: [],
  fork: false,
  firstSeconds: undefined,
};

/** The script in a language, else in the one that there is; null for a bed. */
export function scriptIn({ scripts = {} }: SessionDocument, language: Language): Script | null {
  return scripts[language] ?? scripts.nl ?? scripts.en ?? null;
}

/** What there is to know before a session starts; nothing for a bed. */
export function factsOf(session: SessionDocument, language: Language): ScriptFacts {
  const script = scriptIn(session, language);
  if (!script) return NO_FACTS;
  const { caution, firstSeconds } = script.meta;
  return {
    cautions: caution.flatMap((each) =>
      "code" in each ? [{ code: each.code, instead: each.instead ?? null }] : [],
    ),
    sentences: caution.flatMap((each) => ("text" in each ? [each.text] : [])),
    choices: script.choices ?? [],
    slots: slotsIn(script),
    fork: script.fork ?? false,
    firstSeconds,
  };
}

function slotsIn({ parts }: Script): readonly Slot[] {
  const named = new Set(
    parts.flatMap(({ items }) =>
      items.flatMap((item) => ("say" in item ? slotNames(item.say.slotted ?? "") : [])),
    ),
  );
  return SLOTS.filter((slot) => named.has(slot));
}

/** A session as it can be suggested. */
export function suggestibleOf(session: SessionDocument, language: Language): Suggestible {
  const { cautions, fork } = factsOf(session, language);
  const meta = scriptIn(session, language)?.meta;
  return {
    id: session.id,
    kind: session.kind,
    moment: meta?.moment ?? [],
    need: meta?.need ?? [],
    caution: cautions,
    fork,
  };
}
