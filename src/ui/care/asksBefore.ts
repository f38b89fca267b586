import type { ScriptFacts } from "../../session/person/facts.ts";
import type { Person, Slot } from "../../session/person/person.ts";

/** Slots of a script that this person was never asked about. */
export function openSlots(slots: readonly Slot[], person: Person): readonly Slot[] {
  return slots.filter((slot) => person.slots[slot] === undefined);
}

/** Whether something is asked before a session starts. */
export function asksBefore({ choices, slots, fork }: ScriptFacts, person: Person): boolean {
  return fork || choices.length > 0 || openSlots(slots, person).length > 0;
}
