import { dbToGain, gainToDb } from "./db.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { LimiterGain } from "./limiter-gain.ts";
import { TruePeakDetector } from "./true-peak.ts";

/** Also how long the gain takes to fall. */
const LOOK_AHEAD_SECONDS = 0.005;
/** Longer than half a period of 20 Hz, so that a low tone is turned down and not bent. */
const HOLD_SECONDS = 0.05;
/** As slow as the startle rule wants a sound to rise. */
const RELEASE_DB_PER_SECOND = 6;
/** Frames on either side of a peak that are turned down with it. */
const MARGIN_FRAMES = 3;
/** How far under the ceiling limiting begins, dB: what the detector misses at most where it looks closely. */
const MARGIN_DB = 0.07;
/** What is limited is brought this far under the ceiling: a moving gain adds peaks of its own. */
const TOUCH_DB = 1;
/** So far under the ceiling the detector begins to look closely, dB. */
const CLOSE_DB = 3;
/** +24 dBFS. */
const LARGEST_SAMPLE = 16;
/** Speed of a change of ceiling. */
const CEILING_DB_PER_SECOND = 6;

export interface LimiterOptions {
  /** True peak of the output at most, dBTP. */
  readonly ceilingDb: number;
}

/**
 * The night ceiling: a look-ahead limiter, stereo-linked, by true peak. What stays 0.1 dB under the ceiling passes as it
 * is, bit for bit, only later by {@link latencyFrames}. Louder sound is turned down over 5 ms before its peak, held
 * for 50 ms and let up by 6 dB/s. Allocates nothing after construction. Samples that are no numbers become silence,
 * and those beyond +24 dBFS are cut there, so that none of them can silence what follows for long.
 */
export class Limiter {
  /** Delay from input to output, frames. */
  readonly latencyFrames: number;

  readonly #sampleRate: number;
  readonly #gain: LimiterGain;
  readonly #detectors = [new TruePeakDetector(), new TruePeakDetector()] as const;
  readonly #delays: readonly [Delay, Delay];
  readonly #left = new Float32Array(BLOCK_FRAMES);
  readonly #right = new Float32Array(BLOCK_FRAMES);
  readonly #peaks = new Float64Array(BLOCK_FRAMES);
  #targetDb: number;
  #ceilingDb: number;
  // Linear, from the ceiling as it stands.
  #threshold = 1;
  #target = 1;
  #closeFrom = 1;
  #smallestGain = 1;

  /** @param sampleRate frames per second */
  constructor(sampleRate: number, { ceilingDb }: LimiterOptions) {
    const smoothFrames = Math.round(LOOK_AHEAD_SECONDS * sampleRate);
    this.latencyFrames = TruePeakDetector.latencyFrames + smoothFrames + MARGIN_FRAMES + 1;
    this.#sampleRate = sampleRate;
    this.#gain = new LimiterGain({
      smoothFrames,
      // A peak is known up to one frame late and belongs to the frames on both sides of it.
      widenFrames: 2 * MARGIN_FRAMES + 3,
      holdFrames: Math.round(HOLD_SECONDS * sampleRate),
      releaseDb: RELEASE_DB_PER_SECOND / sampleRate,
    });
    this.#delays = [new Delay(this.latencyFrames), new Delay(this.latencyFrames)];
    this.#targetDb = ceilingDb;
    this.#ceilingDb = ceilingDb;
    this.#measureCeiling();
  }

  /** Largest reduction during the latest {@link process}, dB; 0 = untouched. */
  get reductionDb(): number {
    return this.#smallestGain === 1 ? 0 : -gainToDb(this.#smallestGain);
  }

  /** The ceiling that is set, dBTP. */
  get ceilingDb(): number {
    return this.#targetDb;
  }

  /** Sets the ceiling, dBTP; it moves there by 6 dB/s. */
  set ceilingDb(db: number) {
    this.#targetDb = db;
  }

  /**
   * Limits `frames` frames. Outputs may be the inputs.
   * @param frames at most as many as the arrays hold
   */
  process(
    left: Float32Array,
    right: Float32Array,
    outLeft: Float32Array,
    outRight: Float32Array,
    frames: number,
  ): void {
    this.#smallestGain = 1;
    for (let from = 0; from < frames; from += BLOCK_FRAMES) {
      const count = Math.min(BLOCK_FRAMES, frames - from);
      takeNumbers(left, from, count, this.#left);
      takeNumbers(right, from, count, this.#right);
      this.#moveCeiling(count);
      const isLoud = this.#findPeaks(count);
      this.#delays[0].pass(this.#left, outLeft, from, count);
      this.#delays[1].pass(this.#right, outRight, from, count);
      if (isLoud || !this.#gain.isIdle) this.#turnDown(outLeft, outRight, from, count);
    }
  }

  /** Fills `#peaks` with the true peak of both channels; leaves them 0 where nothing can reach the threshold. */
  #findPeaks(count: number): boolean {
    const [leftDetector, rightDetector] = this.#detectors;
    const leftBound = leftDetector.push(this.#left, count);
    const rightBound = rightDetector.push(this.#right, count);
    this.#peaks.fill(0);
    if (Math.max(leftBound, rightBound) <= this.#threshold) return false;
    leftDetector.measure(this.#peaks, this.#closeFrom);
    rightDetector.measure(this.#peaks, this.#closeFrom);
    for (let index = 0; index < count; index++) {
      if ((this.#peaks[index] ?? 0) > this.#threshold) return true;
    }
    return false;
  }

  #turnDown(outLeft: Float32Array, outRight: Float32Array, from: number, count: number): void {
    const threshold = this.#threshold;
    const target = this.#target;
    for (let index = 0; index < count; index++) {
      const peak = this.#peaks[index] ?? 0;
      const gain = this.#gain.next(peak > threshold ? target / peak : 1);
      if (gain < this.#smallestGain) this.#smallestGain = gain;
      outLeft[from + index] = (outLeft[from + index] ?? 0) * gain;
      outRight[from + index] = (outRight[from + index] ?? 0) * gain;
    }
  }

  #moveCeiling(count: number): void {
    if (this.#ceilingDb === this.#targetDb) return;
    const step = (CEILING_DB_PER_SECOND * count) / this.#sampleRate;
    const distance = this.#targetDb - this.#ceilingDb;
    this.#ceilingDb =
      Math.abs(distance) <= step ? this.#targetDb : this.#ceilingDb + Math.sign(distance) * step;
    this.#measureCeiling();
  }

  #measureCeiling(): void {
    this.#threshold = dbToGain(this.#ceilingDb - MARGIN_DB);
    this.#target = dbToGain(this.#ceilingDb - TOUCH_DB);
    this.#closeFrom = dbToGain(this.#ceilingDb - CLOSE_DB);
  }
}

/** Copies samples, NaN and infinities as 0, within +24 dBFS. */
function takeNumbers(input: Float32Array, from: number, count: number, into: Float32Array): void {
  for (let index = 0; index < count; index++) {
    const sample = input[from + index] ?? 0;
    into[index] = sample - sample === 0 ? Math.max(-LARGEST_SAMPLE, Math.min(LARGEST_SAMPLE, sample)) : 0;
  }
}

/** A ring of samples. */
class Delay {
  readonly #ring: Float32Array;
  #at = 0;

  constructor(frames: number) {
    this.#ring = new Float32Array(frames);
  }

  /** Takes `count` frames in and writes as many to `output`, from `from` on. */
  pass(input: Float32Array, output: Float32Array, from: number, count: number): void {
    const ring = this.#ring;
    let at = this.#at;
    for (let index = 0; index < count; index++) {
      output[from + index] = ring[at] ?? 0;
      ring[at] = input[index] ?? 0;
      if (++at === ring.length) at = 0;
    }
    this.#at = at;
  }
}
