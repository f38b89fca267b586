/** What can make an exercise unfit for somebody (content brief, "Past dit bij mij?"). Their wording stands in i18n. */
export const CAUTION_CODES = [
  "dissociation",
  "psychosis",
  "epilepsy",
  "tinnitus",
  "breath-hold",
  "pregnancy",
  "pain",
  "heart",
] as const;

export type CautionCode = (typeof CAUTION_CODES)[number];

/** A caution of a session, and the session that can be done in its place. */
export interface Caution {
  readonly code: CautionCode;
  readonly instead: string | null;
}
