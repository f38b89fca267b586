import { canonicalJson } from "../../canonical-json.ts";

/**
 * Brings together, entry by entry, what two devices made of the same thing. What one of them changed is taken; where
 * both changed the same entry differently, the later device's counts, and {@link firstLost} or {@link secondLost} says
 * whose change did not get in. Swapping the two devices changes nothing else.
 */
export class ThreeWay {
  firstLost = false;
  secondLost = false;
  readonly #firstAt: number;
  readonly #secondAt: number;

  /** @param firstAt, secondAt when each device changed it, epoch ms by its own clock */
  constructor(firstAt: number, secondAt: number) {
    this.#firstAt = firstAt;
    this.#secondAt = secondAt;
  }

  /** One entry; undefined = it is not there. */
  one<Value>(base: Value, first: Value, second: Value): Value {
    const agreed = agreedOn(base, first, second);
    if (agreed) return agreed.value;
    if (isLater(this.#firstAt, first, this.#secondAt, second)) {
      this.secondLost = true;
      return first;
    }
    this.firstLost = true;
    return second;
  }

  /**
   * Entries by name.
   * @param most entries there may be; beyond it, those of the later device stay
   */
  each<Value>(base: Named<Value>, first: Named<Value>, second: Named<Value>, most: number): Named<Value> {
    const merged = new Map<string, Value>();
    for (const name of namesOf(first, second)) {
      const value = this.one(entryAt(base, name), entryAt(first, name), entryAt(second, name));
      if (value !== undefined) merged.set(name, value);
    }
    if (merged.size <= most) return Object.fromEntries(merged);
    const firstStays = isLater(this.#firstAt, first, this.#secondAt, second);
    if (firstStays) this.secondLost = true;
    else this.firstLost = true;
    const staying = firstStays ? first : second;
    const inOrder = [...merged].sort(([a], [b]) => rank(staying, b) - rank(staying, a) || (a < b ? -1 : 1));
    return Object.fromEntries(inOrder.slice(0, most));
  }
}

export type Named<Value> = Readonly<Record<string, Value>>;

/** What an entry is where at most one of the two changed it; null where they disagree. */
export function agreedOn<Value>(base: Value, first: Value, second: Value): { readonly value: Value } | null {
  if (isSame(first, second) || isSame(second, base)) return { value: first };
  return isSame(first, base) ? { value: second } : null;
}

export function isSame(a: unknown, b: unknown): boolean {
  return text(a) === text(b);
}

/** Whether the first of two different values counts. Times of one instant are told apart by the values themselves. */
export function isLater(firstAt: number, first: unknown, secondAt: number, second: unknown): boolean {
  return firstAt === secondAt ? text(first) > text(second) : firstAt > secondAt;
}

export function entryAt<Value>(entries: Named<Value>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** Every name there is in either, in one order. */
export function namesOf(first: Named<unknown>, second: Named<unknown>): readonly string[] {
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
}

function rank(entries: Named<unknown>, name: string): number {
  return Object.hasOwn(entries, name) ? 1 : 0;
}

/** Less than any other where there is nothing, so that something counts before nothing. */
function text(value: unknown): string {
  return value === undefined ? "" : canonicalJson(value);
}
