import { hashBits } from "./hash.ts";

/** Brings 24 bits to [0, 1). */
export const UNIT = 2 ** -24;

/**
 * xoshiro128+ (Blackman and Vigna, public domain; https://prng.di.unimi.it/xoshiro128plus.c), reseeded per block from
 * a hash of the position. Only the upper 24 bits are used: the lowest ones are weak.
 */
export class Random {
  /** In a typed array, which keeps 32-bit integers as they are. */
  readonly #state = Int32Array.of(1, 2, 3, 4);
  readonly #normal = new Float64Array(1);

  /** Starts the sequence that belongs to (seed, position, channel). Allocates nothing. */
  seed(seed: number, position: number, channel = 0): void {
    this.#state[0] = hashBits(seed, position, channel, 1) | 1;
    this.#state[1] = hashBits(seed, position, channel, 2);
    this.#state[2] = hashBits(seed, position, channel, 3);
    this.#state[3] = hashBits(seed, position, channel, 4);
  }

  /** Uniform in [0, 1), 24 bits. So short that it is always inlined: no number it returns goes to the heap. */
  unit(): number {
    return this.bits() * UNIT;
  }

  /** 24 bits, a small integer: for loops so big that nothing is inlined in them any more. Times {@link UNIT}, it is uniform. */
  bits(): number {
    const state = this.#state;
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const last = state[3] ?? 0;
    const c = (state[2] ?? 0) ^ a;
    const d = last ^ b;
    state[0] = a ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return (a + last) >>> 8;
  }

  /** Uniform in [-1, 1). */
  signed(): number {
    return this.unit() * 2 - 1;
  }

  /** Normal, mean 0, variance 1 (Box and Muller). For events; blocks of noise have `fillGaussian`. */
  normal(): number {
    this.#drawNormal();
    return this.#normal[0] ?? 0;
  }

  #drawNormal(): void {
    const radius = Math.sqrt(-2 * Math.log(1 - this.bits() * UNIT));
    this.#normal[0] = radius * Math.cos(2 * Math.PI * this.bits() * UNIT);
  }
}
