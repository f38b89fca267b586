import { MOST_ANSWERS } from "./answers.ts";
import { MOST_DOSES, withDose } from "./dose.ts";
import type { Person } from "./person.ts";

/** The most soft words (person.ts). */
const MOST_SENTENCES = 20;

/**
 * What is known of a person here, with what a file brings from elsewhere. Nothing that stands here is lost: marks and lists come
 * together, and where both have one thing, what is here counts.
 */
export function mergePerson(here: Person, there: Person): Person {
  const checkIns = [...here.checkIns, ...there.checkIns].toSorted((one, other) => other.atMs - one.atMs);
  return {
    cautions: [...new Set([...here.cautions, ...there.cautions])],
    never: [...new Set([...here.never, ...there.never])],
    slots: { ...there.slots, ...here.slots },
    choices: { ...there.choices, ...here.choices },
    affirmations: [...new Set([...here.affirmations, ...there.affirmations])].slice(0, MOST_SENTENCES),
    doses: here.doses.reduce(withDose, there.doses).slice(0, MOST_DOSES),
    checkIns: checkIns
      .filter(({ atMs }, index) => checkIns.findIndex((each) => each.atMs === atMs) === index)
      .slice(0, MOST_ANSWERS),
  };
}
