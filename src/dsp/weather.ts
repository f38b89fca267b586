import { hashBits, hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";

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
  /** Value at the first frame of the block that was read last. */
  from = 0;
  /** Value at the first frame of the block after it. */
  to = 0;
  readonly #octaves: readonly Octave[];
  readonly #scale: number;
  #nextFrame = Number.NaN;
  #now = Number.NaN;
  #value = Number.NaN;

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

  /** For what seldom asks; a kernel that asks in each block reads. */
  at(seconds: number): number {
    this.#now = seconds;
    this.#sum();
    return this.#value;
  }

  /** Sets `from` and `to` for the block that begins at `frame`, a whole number. */
  read(frame: number, sampleRate: number): void {
    if (frame !== this.#nextFrame) this.#readTo(frame, sampleRate);
    this.from = this.to;
    this.#nextFrame = frame + BLOCK_FRAMES;
    this.#readTo(this.#nextFrame, sampleRate);
  }

  #readTo(frame: number, sampleRate: number): void {
    this.#now = frame / sampleRate;
    this.#sum();
    this.to = this.#value;
  }

  #sum(): void {
    const octaves = this.#octaves;
    let sum = 0;
    for (let i = 0; i < octaves.length; i++) {
      const octave = octaves[i];
      if (!octave) continue;
      octave.seconds = this.#now;
      octave.read();
      sum += octave.value;
    }
    this.#value = sum * this.#scale;
  }
}

/** Takes and leaves its numbers in fields, where they stay off the heap. */
class Octave {
  /** When it is asked for. */
  seconds = Number.NaN;
  /** Its value then. */
  value = Number.NaN;
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

  read(): void {
    const position = this.seconds / this.#seconds + this.#offset;
    const index = Math.floor(position);
    if (index !== this.#index) this.#turnTo(index);
    const knots = this.#knots;
    const before = knots[0] ?? 0;
    const from = knots[1] ?? 0;
    const to = knots[2] ?? 0;
    const after = knots[3] ?? 0;
    const t = position - index;
    // Catmull-Rom: passes through the knots with a continuous slope.
    this.value =
      from +
      0.5 *
        t *
        (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)));
  }

  #turnTo(index: number): void {
    const knots = this.#knots;
    if (index === this.#index + 1) {
      knots.copyWithin(0, 1);
      this.#write(3, index + 2);
    } else for (let i = 0; i < 4; i++) this.#write(i, index - 1 + i);
    this.#index = index;
  }

  #write(at: number, index: number): void {
    if (this.#balanced) this.#writePaired(at, index);
    else {
      const sum = (this.#bits(index, 1) >>> 0) + (this.#bits(index, 2) >>> 0) + (this.#bits(index, 3) >>> 0);
      this.#knots[at] = sum / 4294967296 - 1.5;
    }
  }

  #writePaired(at: number, index: number): void {
    const pair = Math.floor(index / 2);
    const part = (this.#bits(pair, 4) >>> 0) / 4294967296;
    const size = BALANCED.least + (BALANCED.most - BALANCED.least) * part;
    const isFirst = index === 2 * pair;
    // The upper half of the unsigned numbers are the negative ones.
    const isUp = this.#bits(pair, 5) >= 0;
    this.#knots[at] = isUp === isFirst ? size : -size;
  }

  #bits(index: number, channel: number): number {
    return hashBits(this.#seed, this.#stream, index, channel);
  }
}
