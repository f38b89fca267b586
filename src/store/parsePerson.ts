import * as v from "valibot";
import { type Person, PersonFields } from "../session/person/person.ts";
import { NEW_PERSON } from "./person.ts";

/**
 * Reads what is kept of a person. Each entry stands alone, and in a list each line: what is damaged is passed over, the
 * rest stays. A caution that this version does not know is passed over too. Never throws.
 */
export function parsePerson(value: unknown): Person {
  if (typeof value !== "object" || value === null) return NEW_PERSON;
  const kept = new Map<string, unknown>(Object.entries(value));

  function entry<Schema extends v.GenericSchema>(
    name: keyof Person,
    schema: Schema,
    fallback: v.InferOutput<Schema>,
  ): v.InferOutput<Schema> {
    const parsed = v.safeParse(schema, kept.get(name));
    return parsed.success ? parsed.output : fallback;
  }

  /** A list as it is, else the lines of it that are whole. */
  function list<Each>(
    name: keyof Person,
    schema: v.GenericSchema<unknown, readonly Each[]>,
  ): readonly Each[] {
    const all = kept.get(name);
    const whole = v.safeParse(schema, all);
    if (whole.success) return whole.output;
    if (!Array.isArray(all)) return [];
    return all.flatMap((each: unknown) => {
      const parsed = v.safeParse(schema, [each]);
      return parsed.success ? parsed.output : [];
    });
  }

  const fields = PersonFields;
  return {
    cautions: list("cautions", fields.cautions),
    never: list("never", fields.never),
    slots: entry("slots", fields.slots, NEW_PERSON.slots),
    choices: entry("choices", fields.choices, NEW_PERSON.choices),
    affirmations: list("affirmations", fields.affirmations),
    doses: list("doses", fields.doses),
    checkIns: list("checkIns", fields.checkIns),
  };
}
