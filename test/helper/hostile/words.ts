/** Stands in all that a hostile request brings and no answer may repeat. */
export const MARKER = "zqxMARK";

/** Stands in the documents of the person whom nobody may read or change. */
export const VICTIM_WORDS = "wqzVICTIM";
