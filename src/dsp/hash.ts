/**
 * A well-mixed 32-bit hash of up to four integers: what makes randomness addressable by position.
 * The finalizer is "lowbias32" (Chris Wellons, hash-prospector, public domain: bias 0.17), applied once per word.
 * @returns an unsigned 32-bit integer
 */
export function hash(a: number, b = 0, c = 0, d = 0): number {
  return hashBits(a, b, c, d) >>> 0;
}

/**
 * The same bits as a signed 32-bit integer: what a kernel asks for in each block, because a number above 2^31 that a
 * function returns is put on the heap.
 */
export function hashBits(a: number, b = 0, c = 0, d = 0): number {
  let h = mix(a ^ 0x9e3779b9);
  h = mix(h ^ b);
  h = mix((h + 0x85ebca6b) ^ c);
  return mix((h + 0xc2b2ae35) ^ d);
}

/** Like {@link hash}, as a number in [0, 1). So short that it is always inlined: its number does not go to the heap. */
export function hashUnit(a: number, b?: number, c?: number, d?: number): number {
  return (hashBits(a, b, c, d) >>> 0) / 4294967296;
}

function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
