import type { Choice, Part } from "../schema.ts";

/** Whether at least one part is played whatever is chosen, at the shortest length too. */
export function alwaysPlays(parts: readonly Part[], choices: readonly Choice[]): boolean {
  const required = parts.filter(({ optional }) => !optional);
  const [choice, ...others] = choices;
  if (!choice) return required.some(({ when }) => !when);
  return choice.options.every((option) => alwaysPlays(answered(required, choice.id, option), others));
}

function answered(parts: readonly Part[], choice: string, option: string): Part[] {
  return parts.flatMap(({ when, ...part }) => {
    if (when?.choice !== choice) return [{ ...part, ...(when ? { when } : {}) }];
    return when.option === option ? [part] : [];
  });
}
