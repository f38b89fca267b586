import { hashUnit } from "./hash.ts";

/**
 * One of `count` choices for each whole number, never that of the number before or after: even numbers have any, an odd
 * one any but those of its neighbours. A function of (seed, number).
 * @param count 3 or more
 */
export function variedChoice(seed: number, number: number, count: number): number {
  if (number % 2 === 0) return anyChoice(seed, number, count);
  const before = anyChoice(seed, number - 1, count);
  const after = anyChoice(seed, number + 1, count);
  const free = before === after ? count - 1 : count - 2;
  let wanted = Math.floor(free * hashUnit(seed, number));
  for (let choice = 0; choice < count; choice++) {
    if (choice !== before && choice !== after && wanted-- === 0) return choice;
  }
  throw new Error(`varied choice: ${count} choices are too few`);
}

function anyChoice(seed: number, number: number, count: number): number {
  return Math.floor(count * hashUnit(seed, number));
}
