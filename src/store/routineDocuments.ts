import type { Documents } from "../session/documents/documents.ts";
import type { Routine } from "../session/routine.ts";

type Both = Pick<Documents, "routine" | "settings">;

/** A device's routine as the two documents in which it travels. */
export function documentsOf(routine: Routine, changedAt: number): Both {
  const { language, haptics, ceilingLufs: _ofThisDevice, ...evening } = routine;
  return {
    routine: { version: 1, changedAt, routine: evening, aside: [] },
    settings: { version: 1, changedAt, settings: { language, haptics } },
  };
}

/** The routine that the two documents are. */
export function routineOf({ routine, settings }: Both): Routine {
  return { ...routine.routine, ...settings.settings };
}
