import { hashBits } from "./hash.ts";

/**
 * Ziggurat for the normal distribution (Marsaglia and Tsang 2000, "The ziggurat method for generating random
 * variables"), 128 strips; R and V are the paper's right edge and strip area.
 */
const STRIPS = 128;
const R = 3.442619855899;
const V = 9.91256303526217e-3;
const density = (x: number) => Math.exp(-0.5 * x * x);

/** Brings a signed 25-bit integer to [-1, 1). */
const SCALE = 2 ** -24;
/** Brings an unsigned 32-bit integer and a half to (0, 1). */
const UNIT = 2 ** -32;

/** Right edges of the strips, from the widest (which holds the tail) to 0. */
const EDGE = new Float64Array(STRIPS + 1);
/** Density at each edge. */
const HEIGHT = new Float64Array(STRIPS + 1);
EDGE[0] = V / density(R);
EDGE[1] = R;
for (let i = 2; i < STRIPS; i++) {
  const inner = EDGE[i - 1] ?? 0;
  EDGE[i] = Math.sqrt(-2 * Math.log(V / inner + density(inner)));
}
for (let i = 0; i <= STRIPS; i++) HEIGHT[i] = density(EDGE[i] ?? 0);
/** Each edge in steps of the places in its strip: a power of two, so that nothing is rounded. */
const STEP = EDGE.map((edge) => SCALE * edge);

/**
 * Fills a block with independent normal numbers (mean 0, variance 1) that belong to (seed, position, channel). The
 * generator is that of {@link Random}, with its state in locals: this loop is most of the cost of every noise.
 */
export function fillGaussian(out: Float64Array, seed: number, position: number, channel: number): void {
  let a = hashBits(seed, position, channel, 1) | 1;
  let b = hashBits(seed, position, channel, 2);
  let c = hashBits(seed, position, channel, 3);
  let d = hashBits(seed, position, channel, 4);
  const count = out.length;
  for (let i = 0; i < count; ) {
    const word = (a + d) | 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);

    // The upper seven bits choose the strip, the others a signed place in it.
    const strip = word >>> 25;
    const x = ((word << 7) >> 7) * (STEP[strip] ?? 0);
    // Written before it is known whether it stays: that is quicker.
    out[i] = x;
    if (Math.abs(x) < (EDGE[strip + 1] ?? 0)) {
      i++;
      continue;
    }
    if (strip > 0) {
      // The wedge between the strip's rectangle and the curve.
      const lower = HEIGHT[strip] ?? 0;
      const upper = HEIGHT[strip + 1] ?? 1;
      const u = ((hashBits(a, b, c, d) >>> 0) + 0.5) * UNIT;
      if (lower + u * (upper - lower) < Math.exp(-0.5 * x * x)) i++;
    } else {
      writeTail(out, i, hashBits(a, b, c, d), hashBits(b, c, d, a));
      if (x < 0) out[i] = -(out[i] ?? 0);
      i++;
    }
  }
}

/**
 * Beyond R, by inversion of the exponential bound (Marsaglia's method) on hashed bits. It writes its number, because one
 * that it returned would be put on the heap.
 */
function writeTail(out: Float64Array, at: number, first: number, second: number): void {
  let bitsU = first;
  let bitsV = second;
  for (let i = 1; ; i++) {
    const u = ((bitsU >>> 0) + 0.5) * UNIT;
    const v = ((bitsV >>> 0) + 0.5) * UNIT;
    const x = -Math.log(u) / R;
    if (-2 * Math.log(v) >= x * x) {
      out[at] = R + x;
      return;
    }
    bitsU = hashBits(hashBits(bitsU, i, 1, 2), i, 1, 2);
    bitsV = hashBits(hashBits(bitsV, i, 3, 4), i, 3, 4);
  }
}
