import { hash } from "./hash.ts";

/**
 * xoshiro128+ (Blackman and Vigna, public domain; https://prng.di.unimi.it/xoshiro128plus.c), reseeded per block from
 * a hash of the position. Only the upper 24 bits are used: the lowest ones are weak.
 */
export class Random {
  #a = 1;
  #b = 2;
  #c = 3;
  #d = 4;

  /** Starts the sequence that belongs to (seed, position, channel). Allocates nothing. */
  seed(seed: number, position: number, channel = 0): void {
    this.#a = hash(seed, position, channel, 1) | 1;
    this.#b = hash(seed, position, channel, 2);
    this.#c = hash(seed, position, channel, 3);
    this.#d = hash(seed, position, channel, 4);
  }

  /** Uniform in [0, 1), 24 bits. */
  unit(): number {
    const result = (this.#a + this.#d) | 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return (result >>> 8) / 16777216;
  }

  /** Uniform in [-1, 1). */
  signed(): number {
    return this.unit() * 2 - 1;
  }

  /** Normal, mean 0, variance 1 (Box and Muller). For events; blocks of noise have `fillGaussian`. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return radius * Math.cos(2 * Math.PI * this.unit());
  }
}
