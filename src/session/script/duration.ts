/** Reads `4s`, `1.5s` or `20m` as seconds; null where it is neither. */
export function durationSeconds(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?)(s|m)$/.exec(text);
  if (!found) return null;
  return Number(found[1]) * (found[2] === "m" ? 60 : 1);
}
