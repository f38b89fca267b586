import { Random } from "../../../src/dsp/random.ts";

/** Seeded chance: the same seed throws the same again. */
export class Dice {
  readonly #random = new Random();

  constructor(seed: number, position = 0) {
    this.#random.seed(seed, position);
  }

  /** Whether something of this probability happens. */
  chance(probability: number): boolean {
    return this.#random.unit() < probability;
  }

  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.#random.unit() * (max - min + 1));
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.whole(0, choices.length - 1)] ?? choices[0];
  }

  /** `length` characters of an alphabet. */
  text(
    length: number,
    alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_",
  ): string {
    return Array.from({ length }, () => alphabet[this.whole(0, alphabet.length - 1)]).join("");
  }
}
