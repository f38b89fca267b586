import { hashBits } from "./hash.ts";

/** The normal distribution in cells of equal probability. Cell 0 holds both tails; the others lie between them. */
const CELLS = 1024;
/** The upper bits of a word choose the cell, the others the place in it. */
const PLACE_BITS = 22;
const PLACES = 2 ** PLACE_BITS;
/** Brings an unsigned 32-bit integer and a half to (0, 1). */
const UNIT = 2 ** -32;

/** The first place of each cell, and how far apart places are. */
const FIRST = new Float64Array(CELLS);
const STEP = new Float64Array(CELLS);
/** Where the tails begin, 3.297 deviations out. */
const TAIL = fillCells();
FIRST[0] = Number.POSITIVE_INFINITY;

/**
 * Lays the cells outward from the middle one, which lies about 0. Their edges are the quantiles of the normal
 * distribution: x(p) with dx/dp = 1 / density(x), by the method of Runge and Kutta.
 */
function fillCells(): number {
  const steps = 16;
  const slope = (x: number) => Math.sqrt(2 * Math.PI) * Math.exp(0.5 * x * x);
  const middle = CELLS / 2;
  let edge = 0;
  for (let away = 0; away < middle; away++) {
    const inner = edge;
    const h = (away === 0 ? 0.5 : 1) / CELLS / steps;
    for (let i = 0; i < steps; i++) {
      const k1 = slope(edge);
      const k2 = slope(edge + 0.5 * h * k1);
      const k3 = slope(edge + 0.5 * h * k2);
      const k4 = slope(edge + h * k3);
      edge += (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    const outer = edge;
    // The middle cell reaches as far to either side.
    setCell(middle + away, away === 0 ? -outer : inner, outer);
    if (away > 0) setCell(middle - away, -outer, -inner);
  }
  return edge;
}

function setCell(cell: number, from: number, to: number): void {
  STEP[cell] = (to - from) / PLACES;
  FIRST[cell] = from + 0.5 * (STEP[cell] ?? 0);
}

/**
 * Fills a block with independent normal numbers (mean 0, variance 1) that belong to (seed, position, channel), by
 * inversion of the normal distribution, which a table holds. The generator is that of {@link Random}, with its state in
 * locals: this loop is part of the cost of every noise, so it neither branches nor calls.
 */
export function fillGaussian(out: Float64Array, seed: number, position: number, channel: number): void {
  let a = hashBits(seed, position, channel, 1) | 1;
  let b = hashBits(seed, position, channel, 2);
  let c = hashBits(seed, position, channel, 3);
  let d = hashBits(seed, position, channel, 4);
  let tails = 0;
  for (let i = 0; i < out.length; i++) {
    const word = (a + d) | 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);

    const cell = word >>> PLACE_BITS;
    out[i] = (FIRST[cell] ?? 0) + (STEP[cell] ?? 0) * (word & (PLACES - 1));
    // Below zero as soon as a cell was 0.
    tails |= cell - 1;
  }
  if (tails < 0) fillTails(out, seed, position, channel);
}

/** Draws what belongs beyond {@link TAIL}: in one block of eight. */
function fillTails(out: Float64Array, seed: number, position: number, channel: number): void {
  for (let i = 0; i < out.length; i++) {
    if (out[i] === Number.POSITIVE_INFINITY) writeTail(out, i, hashBits(seed, position, channel, 5 + i));
  }
}

/**
 * A number of either tail, by inversion of an exponential bound (Marsaglia 1964, "Generating a variable from the tail of
 * the normal distribution") on hashed bits. It writes its number, because one that it returned would be put on the heap.
 */
function writeTail(out: Float64Array, at: number, bits: number): void {
  for (let i = 1; ; i++) {
    const u = ((hashBits(bits, i, 1) >>> 0) + 0.5) * UNIT;
    const v = ((hashBits(bits, i, 2) >>> 0) + 0.5) * UNIT;
    const x = -Math.log(u) / TAIL;
    if (-2 * Math.log(v) >= x * x) {
      out[at] = bits & 1 ? TAIL + x : -TAIL - x;
      return;
    }
  }
}
