/**
 * Numbers in [0, 1) that a seed and a name decide: the 32-bit finalizer of MurmurHash3 over a counter (mixing constants
 * from https://github.com/aappleby/smhasher), started at an FNV-1a hash of the name.
 */
export function chance(seed: number, name: string): () => number {
  let start = 0x811c9dc5 ^ seed;
  for (let index = 0; index < name.length; index++) {
    start = Math.imul(start ^ name.charCodeAt(index), 0x01000193);
  }
  let count = 0;
  return () => {
    count++;
    let mixed = start + Math.imul(count, 0x9e3779b9);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
