import type { NarrationPack } from "../../session/narration.ts";
import type { Suit } from "../../session/person/suit.ts";
import { recordingOf } from "../../session/recording-of.ts";
import type { Routine } from "../../session/routine.ts";
import type { Language, SessionDocument } from "../../session/schema.ts";
import type { TimelineSetting } from "../../session/timeline.ts";
import { requestFor } from "../model/request.ts";

/** How the night would lay this session out: by the narrator's own pace, and the person's breath. */
export function timelineSetting(
  session: SessionDocument,
  routine: Routine,
  suit: Suit,
  language: Language,
  packs: readonly NarrationPack[],
): TimelineSetting {
  const { narrator, breath } = requestFor(session, routine, suit, language);
  const pack =
    narrator.kind === "pack" && packs.find((each) => each.id === narrator.id && each.language === language);
  return {
    language,
    breath,
    ...(pack
      ? { lineSeconds: (line: string) => recordingOf(pack, session.id, line)?.seconds ?? Number.NaN }
      : {}),
  };
}
