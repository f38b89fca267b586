import type { IssueCode } from "./issue.ts";

/** No honest document nests deeper: scripts/nl/parts/0/items/0/breathe/pattern/0 is nine levels. */
export const MAX_DEPTH = 16;
/** Objects, arrays and values together; an hour of script has about 2000. */
export const MAX_VALUES = 50_000;

/**
 * Says whether an outside value is too deep or too large to look into, without recursion, so that a hostile (even a
 * circular) one costs no more than {@link MAX_VALUES} steps.
 */
export function tooMuch(value: unknown): Extract<IssueCode, "too-deep" | "too-large"> | null {
  let level: unknown[] = [value];
  let count = 1;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return "too-deep";
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) continue;
      const children: unknown[] = Object.values(each);
      count += children.length;
      if (count > MAX_VALUES) return "too-large";
      for (const child of children) next.push(child);
    }
    level = next;
  }
  return null;
}
