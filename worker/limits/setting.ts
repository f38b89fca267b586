/** A limit from the environment; the usual one where it is unset or no whole number. 0 = no limit. */
export function limitFrom(text: string | null | undefined, usual: number): number {
  if (!text || !/^\d{1,9}$/.test(text)) return usual;
  return Number(text) || Number.POSITIVE_INFINITY;
}
