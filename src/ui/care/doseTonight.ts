import type { NarrationPack } from "../../session/narration.ts";
import { nextDoseSeconds } from "../../session/person/dose.ts";
import { factsOf } from "../../session/person/facts.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { timelineRange } from "../../session/timeline.ts";
import type { App } from "../model/app.ts";
import { timelineSetting } from "../sheets/timelineSetting.ts";

/** How long a session is this time, unless the person chooses otherwise. */
export interface DoseTonight {
  readonly seconds: number;
  /** Whether it is less than usual, and will grow. */
  readonly grows: boolean;
}

/** This time's dose of a session, by what was done of it on this device; null for a bed. */
export function doseTonight(
  app: App,
  session: SessionDocument,
  packs: readonly NarrationPack[],
): DoseTonight | null {
  const { language } = app.words.value;
  const person = app.person.value;
  const range = timelineRange(
    session,
    timelineSetting(session, app.routine.value, app.suit.value, language, packs),
  );
  if (!range) return null;
  const { firstSeconds } = factsOf(session, language);
  const seconds = nextDoseSeconds(session.id, range, firstSeconds, person.doses);
  return { seconds, grows: seconds < range.usual - 1 };
}
