import type { LayerLevel, SessionDocument } from "../schema.ts";

/** What is done for one person to whatever they are to hear. */
export interface Suit {
  /** A mix without what is refused. */
  mix(levels: readonly LayerLevel[]): readonly LayerLevel[];
  /** A session without it. */
  session(session: SessionDocument): SessionDocument;
  readonly endsInSilence: boolean;
  /** Whether light may come and go. */
  readonly movesLight: boolean;
}

/** For whom marked nothing: everything as it was made. What suits others (suited.ts) is loaded where it is needed. */
export const AS_MADE: Suit = {
  mix: (levels) => levels,
  session: (session) => session,
  endsInSilence: true,
  movesLight: true,
};
