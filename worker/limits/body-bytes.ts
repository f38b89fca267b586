/** The largest body that carries no document, bytes. */
export const SMALL_BYTES = 4096;

/** The largest import: every document at its largest, and what stands around them, bytes. */
export const IMPORT_BYTES = 512 * 1024;
