import type { Language } from "../language.ts";
import type { Script, SessionDocument } from "../schema.ts";
import { CAUTION_CODES, type Caution, type CautionCode } from "./caution.ts";
import { SLOTS, type Slot } from "./person.ts";
import type { Suggestible } from "./suggest.ts";

/** A question that is asked before the start: its options, the first of which is taken where nothing is answered. */
export interface Choice {
  readonly id: string;
  readonly options: readonly string[];
}

/** What a session's script says of itself, for whoever thinks of starting it. */
export interface ScriptFacts {
  /** Known cautions, each with what can be done instead. */
  readonly cautions: readonly Caution[];
  /** Cautions in the writer's own words. */
  readonly sentences: readonly string[];
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
  return {
    ...NO_FACTS,
    cautions: script.meta.caution.flatMap((text) => cautionIn(text) ?? []),
    sentences: script.meta.caution.filter((text) => !cautionIn(text)),
    slots: slotsIn(script),
  };
}

/** `dissociation -> orient` or `breath-hold`; null for a sentence. */
function cautionIn(text: string): Caution | null {
  const [, code = "", instead] = /^([a-z-]+)(?:\s*->\s*([a-z][a-z0-9-]*))?$/.exec(text) ?? [];
  return isCode(code) ? { code, instead: instead ?? null } : null;
}

function isCode(text: string): text is CautionCode {
  return CAUTION_CODES.some((code) => code === text);
}

function slotsIn({ parts }: Script): readonly Slot[] {
  const said = parts.flatMap(({ items }) => items.flatMap((item) => ("say" in item ? [item.say.text] : [])));
  return SLOTS.filter((slot) => said.some((text) => text.includes(`{${slot}`)));
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
