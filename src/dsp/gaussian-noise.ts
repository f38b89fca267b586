import { hashBits } from "./hash.ts";

/** The normal distribution in cells of equal probability. Cell 0 holds both tails; the others lie between them. */
const CELLS = 1024;
/** The upper bits of a word choose the cell, the others the place in it. */
const PLACE_BITS = 22;
const PLACES = 2 ** PLACE_BITS;
/** Steps from one edge to the next. */
const STEPS = 16;

/** The first place of each cell, and how far apart places are. */
const FIRST = new Float64Array(CELLS);
const STEP = new Float64Array(CELLS);
/** Where the tails begin, 3.297 deviations out. */
const TAIL = fillCells();
FIRST[0] = Number.POSITIVE_INFINITY;

/**
 * Lays the cells outward from the middle one, which lies about 0. Their edges are the quantiles of the normal
 * distribution: x(p) with dx/dp = 1 / density(x), by the midpoint method (the tails begin at 3.297, within 0.001).
 */
function fillCells(): number {
  const slope = (x: number) => Math.sqrt(2 * Math.PI) * Math.exp(0.5 * x * x);
  const setCell = (cell: number, from: number, to: number) => {
    const step = (to - from) / PLACES;
    STEP[cell] = step;
    FIRST[cell] = from + 0.5 * step;
  };
  let edge = 0;
  for (let cell = CELLS / 2; cell < CELLS; cell++) {
    const inner = edge;
    // The middle cell reaches half its width to either side.
    const h = (inner === 0 ? 0.5 : 1) / CELLS / STEPS;
    for (let i = 0; i < STEPS; i++) edge += h * slope(edge + 0.5 * h * slope(edge));
    setCell(CELLS - cell, -edge, -inner);
    setCell(cell, inner === 0 ? -edge : inner, edge);
  }
  return edge;
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

/**
 * Draws what belongs beyond {@link TAIL}, in one block of eight: by inversion of an exponential bound (Marsaglia 1964,
 * "Generating a variable from the tail of the normal distribution") on hashed bits.
 */
function fillTails(out: Float64Array, seed: number, position: number, channel: number): void {
  for (let i = 0; i < out.length; i++) {
    for (let draw = 1; out[i] === Number.POSITIVE_INFINITY; draw++) {
      const bits = hashBits(seed, position, channel, 512 * draw + i);
      const x = -Math.log(unit(bits, 1)) / TAIL;
      if (-2 * Math.log(unit(bits, 2)) >= x * x) out[i] = bits < 0 ? -TAIL - x : TAIL + x;
    }
  }
}

/** In (0, 1). */
function unit(bits: number, stream: number): number {
  return ((hashBits(bits, stream) >>> 0) + 0.5) / 2 ** 32;
}
