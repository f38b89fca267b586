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

/** Where what somebody told of themselves stands in the keep. It never leaves the device by itself. */
export const PERSON = "person";
