import { type LayerLevel, SESSION_VERSION, type SessionDocument } from "./schema.ts";

/** What a session's id begins with that is a mix of the person's own. */
export const OWN_MIX = "mix-";

/** How long a bed takes to fade unless its maker said otherwise, seconds. */
const FADE_SECONDS = 900;

/** A mix as a session that can be played: sound alone. */
export function bedOfMix(
  id: string,
  titles: SessionDocument["titles"],
  layers: readonly LayerLevel[],
): SessionDocument {
  return {
    version: SESSION_VERSION,
    id,
    kind: "bed",
    titles,
    bed: { layers: [...layers] },
    ending: { fadeSeconds: FADE_SECONDS },
  };
}
