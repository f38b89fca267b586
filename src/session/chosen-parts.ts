import type { Part, Script } from "./schema.ts";

/** The parts that are played for what was chosen; where nothing was, or nothing that can be, the first option counts. */
export function chosenParts(
  { choices = [], parts }: Script,
  answers: Readonly<Record<string, string>>,
): readonly Part[] {
  const chosen = new Map(
    choices.map(({ id, options }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return [id, options.find((option) => option === answer) ?? options[0]];
    }),
  );
  return parts.filter(({ when }) => !when || chosen.get(when.choice) === when.option);
}
