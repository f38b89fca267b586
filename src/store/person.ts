import type { Person } from "../session/person/person.ts";

/** Of whom nothing is known: nothing marked, nothing done. */
export const NEW_PERSON: Person = {
  cautions: [],
  never: [],
  slots: {},
  choices: {},
  affirmations: [],
  doses: [],
  checkIns: [],
};
