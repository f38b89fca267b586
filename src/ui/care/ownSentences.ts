import type { Item } from "../../session/item.ts";
import type { Person } from "../../session/person/person.ts";
import { OWN_LINE } from "../../session/recording-of.ts";
import type { Part, Script, SessionDocument } from "../../session/schema.ts";
import { lineId } from "../../session/script/line-id.ts";

/** The session that speaks a person's own soft words, and the part of it in which they are said, after its introduction. */
const SESSION = "affirmations";
const PART = "own";
/** Quiet after each of them, seconds: long enough to let it come in. */
const PAUSE_SECONDS = 12;

/**
 * Soft words with the person's own sentences in the place of the written ones; the same document for any other session,
 * and for whoever wrote none. A recorded narrator does not know them: they stand on the screen.
 */
export function withOwnSentences(session: SessionDocument, { affirmations }: Person): SessionDocument {
  if (session.id !== SESSION || affirmations.length === 0 || !session.scripts) return session;
  const { nl, en } = session.scripts;
  return {
    ...session,
    scripts: {
      ...(nl ? { nl: withSentences(nl, affirmations) } : {}),
      ...(en ? { en: withSentences(en, affirmations) } : {}),
    },
  };
}

function withSentences(script: Script, sentences: readonly string[]): Script {
  const said = (part: Part): Part => ({
    ...part,
    items: [...part.items.slice(0, introduction(part)), ...sentences.flatMap(itemsOf)],
  });
  return { ...script, parts: script.parts.map((part) => (part.id === PART ? said(part) : part)) };
}

/** How many items come before the first line with a slot, in whose place the sentences are; 0 where there is none. */
function introduction({ items }: Part): number {
  return Math.max(
    0,
    items.findIndex((item) => "say" in item && item.say.slotted !== undefined),
  );
}

function itemsOf(text: string): readonly Item[] {
  return [{ say: { line: `${OWN_LINE}${lineId(text)}`, text } }, { pause: { seconds: PAUSE_SECONDS } }];
}
