/** Reads texts between semicolons, each of 1 to 120 characters; null where there are fewer than `atLeast` or one is longer. */
export function texts(value: string, atLeast: number): string[] | null {
  const kept = value.split(";").flatMap((part) => part.trim() || []);
  return kept.length >= atLeast && kept.every((part) => part.length <= 120) ? kept : null;
}
