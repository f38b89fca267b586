import { hash } from "./hash.ts";

/**
 * The seed of one named random stream of a kernel. Streams with different names are independent, so that two layers
 * of one night never share a noise and a kernel can hold several.
 * @param name unique to the stream, for example "rain/bed" (hashed with 32-bit FNV-1a)
 */
export function seedFor(seed: number, name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return hash(seed, h);
}
