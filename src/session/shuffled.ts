import { chance } from "./chance.ts";
import { SHUFFLE_SECONDS, type SpokenLine } from "./item.ts";

/** How far the time between two words may lie from what the writer asked, seconds. */
const WANDER_SECONDS = 1;

export interface ShuffledWord extends SpokenLine {
  /** Since the shuffle began. */
  readonly atSeconds: number;
}

/**
 * Loose words for ever, in an order that the seed decides: none twice until all were said, and then in a new order that
 * does not begin with the last one. They lie 6 to 9 s apart, each time a little different.
 */
export function* shuffledWords(
  lines: readonly SpokenLine[],
  everySeconds: number,
  seed: number,
): Generator<ShuffledWord, never> {
  const next = chance(seed, "words");
  const { min, max } = SHUFFLE_SECONDS;
  const between = () => everySeconds + (2 * next() - 1) * WANDER_SECONDS;
  let atSeconds = 0;
  let before: SpokenLine | undefined;
  for (;;) {
    const order = shuffled(lines, next);
    const [first, second] = order;
    if (first && second && first === before) [order[0], order[1]] = [second, first];
    for (const line of order) {
      yield { ...line, atSeconds };
      atSeconds += Math.min(max, Math.max(min, between()));
      before = line;
    }
  }
}

/** Every order is as likely (Fisher and Yates). */
function shuffled<T>(things: readonly T[], next: () => number): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}
