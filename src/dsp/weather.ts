import { hashUnit } from "./hash.ts";

/** Standard deviation of one octave: a Catmull-Rom curve through knots of variance 1/4 (a sum of three uniforms). */
const OCTAVE_DEVIATION = 0.44;

/** Sizes of knots that come in pairs; their variance is 1/4 too. */
const BALANCED = { least: 0.25, most: 0.72 };

/**
 * A slow random process for gusts, showers and wave sets: 1/f between two time scales, as the envelopes of natural
 * sound are. Each octave is a cubic through hashed knots, all octaves are equally strong, and the sum is a function of
 * (seed, time): mean 0, standard deviation 1, seldom beyond 2.5.
 */
export class Weather {
  readonly #octaves: readonly Octave[];
  readonly #scale: number;

  /**
   * @param slowestSeconds distance of knots in the slowest octave
   * @param fastestSeconds the octaves, each twice as fast, go down to this
   * @param options.balanced knots come in pairs that cancel, so that no minute is stormier than another
   */
  constructor(
    seed: number,
    slowestSeconds: number,
    fastestSeconds: number,
    { balanced = false }: { readonly balanced?: boolean } = {},
  ) {
    const octaves: Octave[] = [];
    for (let seconds = slowestSeconds; seconds >= fastestSeconds; seconds /= 2) {
      octaves.push(new Octave(seed, octaves.length, seconds, balanced));
    }
    this.#octaves = octaves;
    this.#scale = 1 / (OCTAVE_DEVIATION * Math.sqrt(octaves.length));
  }

  at(seconds: number): number {
    let sum = 0;
    for (const octave of this.#octaves) sum += octave.at(seconds);
    return sum * this.#scale;
  }
}

class Octave {
  readonly #seed: number;
  readonly #stream: number;
  readonly #seconds: number;
  readonly #offset: number;
  readonly #balanced: boolean;
  readonly #knots = new Float64Array(4);
  #index = Number.NaN;

  constructor(seed: number, stream: number, seconds: number, balanced: boolean) {
    this.#balanced = balanced;
    this.#seed = seed;
    this.#stream = stream;
    this.#seconds = seconds;
    // Knots of different octaves must not fall together at the start of the night.
    this.#offset = hashUnit(seed, stream, 7);
  }

  at(seconds: number): number {
    const position = seconds / this.#seconds + this.#offset;
    const index = Math.floor(position);
    if (index !== this.#index) {
      for (let i = 0; i < 4; i++) this.#knots[i] = this.#knot(index - 1 + i);
      this.#index = index;
    }
    const knots = this.#knots;
    const before = knots[0] ?? 0;
    const from = knots[1] ?? 0;
    const to = knots[2] ?? 0;
    const after = knots[3] ?? 0;
    const t = position - index;
    // Catmull-Rom: passes through the knots with a continuous slope.
    return (
      from +
      0.5 *
        t *
        (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)))
    );
  }

  #knot(index: number): number {
    if (!this.#balanced) return this.#draw(index);
    const pair = Math.floor(index / 2);
    const size =
      BALANCED.least + (BALANCED.most - BALANCED.least) * hashUnit(this.#seed, this.#stream, pair, 4);
    const first = hashUnit(this.#seed, this.#stream, pair, 5) < 0.5 ? size : -size;
    return index === 2 * pair ? first : -first;
  }

  #draw(index: number): number {
    const seed = this.#seed;
    const stream = this.#stream;
    return (
      hashUnit(seed, stream, index, 1) +
      hashUnit(seed, stream, index, 2) +
      hashUnit(seed, stream, index, 3) -
      1.5
    );
  }
}
