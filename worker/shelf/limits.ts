/** The largest publication, bytes: a sealed script of the largest size and what stands around it. */
export const MAX_PUBLICATION_BYTES = 136 * 1024;

/** The largest report, bytes: a note of 500 characters, each in its longest way of writing. */
export const MAX_REPORT_BYTES = 8 * 1024;

/** The largest decision of an operator, bytes. */
export const MAX_DECISION_BYTES = 1024;
