import type { Documents } from "../session/documents/documents.ts";
import { DEFAULT_ROUTINE } from "./routine.ts";
import { documentsOf } from "./routineDocuments.ts";

/** A person's documents as they are on every device before anything is chosen. */
export function initialDocuments(): Documents {
  return {
    ...documentsOf(DEFAULT_ROUTINE, 0),
    mixes: { version: 1, mixes: {} },
    path: { version: 1, steps: {}, practised: {} },
  };
}
