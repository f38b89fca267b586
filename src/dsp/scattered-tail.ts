import { dbToGain } from "./db.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";

/** How far a stage's delay strays from half of the one before it, either way. */
const STRAY = 0.2;

export interface TailShape {
  /** Each doubles the echoes in each ear. An odd number: the first ones are reckoned in pairs. */
  readonly stages: number;
  /** Time in which the tail falls by 60 dB: its whole length. */
  readonly seconds: number;
  /** Level against what goes in, dB. */
  readonly db: number;
}

/**
 * A tail of scattered echoes, stereo: a chain of stages (a, b) -> (a + g D b, a - g D b) with a delay D each, about half as
 * long as the one before: the construction of complementary sequences (Golay 1961), with delays of any length. Without
 * losses both ears together hear every pitch equally loud, however few the stages; g makes an echo that comes after t
 * seconds 10^(-3 t / length) as strong. There is no feedback: after its length nothing is left of what was before, to the
 * last bit.
 */
export class ScatteredTail {
  readonly #stages: readonly Stage[];
  readonly #last: Stage;
  readonly #gain: number;
  readonly #blocks: number;
  #silentBlocks: number;

  constructor(seed: number, sampleRate: number, { stages, seconds, db }: TailShape) {
    this.#stages = delaysSeconds(seed, stages, seconds).map(
      (delay) => new Stage(delay, 10 ** ((-3 * delay) / seconds), sampleRate),
    );
    this.#last = this.#stages[stages - 1] ?? new Stage(0, 0, sampleRate);
    // What the stages make of a sound's power, in the mean over its pitches.
    const kept = this.#stages.reduce((power, stage) => power * (1 + stage.gain ** 2), 1);
    this.#gain = dbToGain(db) / Math.sqrt(kept);
    this.#blocks = this.#stages.reduce((blocks, stage) => blocks + stage.blocks, 0);
    this.#silentBlocks = this.#blocks + 1;
  }

  reset(): void {
    for (const stage of this.#stages) stage.reset();
    this.#silentBlocks = this.#blocks + 1;
  }

  /** Every delay holds nothing but zeros: silence stays silence. */
  isEmpty(): boolean {
    return this.#silentBlocks > this.#blocks;
  }

  /**
   * Adds the tail of a block of (a, b), which is used up, to `left` and `right`.
   * @param frame of the block's first sample
   */
  add(left: Float64Array, right: Float64Array, a: Float64Array, b: Float64Array, frame: number): void {
    if (isSilent(a, b)) this.#silentBlocks++;
    else this.#silentBlocks = 0;
    if (this.isEmpty()) return;
    const stages = this.#stages;
    for (let index = 0; index + 1 < stages.length; index += 2) {
      const stage = stages[index];
      const next = stages[index + 1];
      if (stage && next) processPair(stage, next, a, b, frame);
    }
    const { line, mask, delay } = this.#last;
    const start = frame & mask;
    const from = start - delay;
    const gain = this.#gain;
    const late = gain * this.#last.gain;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      line[start + i] = b[i] ?? 0;
      const echo = late * (line[(from + i) & mask] ?? 0);
      const now = gain * (a[i] ?? 0);
      left[i] = (left[i] ?? 0) + (now + echo);
      right[i] = (right[i] ?? 0) + (now - echo);
    }
  }
}

export function isSilent(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < BLOCK_FRAMES; i++) if (a[i] !== 0 || b[i] !== 0) return false;
  return true;
}

/** The delays of the stages, the longest first; together as long as the tail. */
function delaysSeconds(seed: number, stages: number, seconds: number): readonly number[] {
  const parts = Array.from(
    { length: stages },
    (_, stage) => 2 ** -stage * (1 + STRAY * (2 * hashUnit(seed, stage, 3) - 1)),
  );
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => (seconds * part) / sum);
}

class Stage {
  readonly gain: number;
  /** Blocks of silence after which the delay is empty. */
  readonly blocks: number;
  readonly delay: number;
  readonly line: Float32Array;
  readonly mask: number;

  constructor(seconds: number, gain: number, sampleRate: number) {
    this.gain = gain;
    this.delay = Math.max(1, Math.round(seconds * sampleRate));
    const size = 2 ** Math.ceil(Math.log2(this.delay + BLOCK_FRAMES));
    this.line = new Float32Array(size);
    this.mask = size - 1;
    this.blocks = size / BLOCK_FRAMES;
  }

  reset(): void {
    this.line.fill(0);
  }
}

/** Two stages in one loop: what lies between them stays in registers. */
function processPair(first: Stage, second: Stage, a: Float64Array, b: Float64Array, frame: number): void {
  const { line: firstLine, mask: firstMask, gain: firstGain } = first;
  const { line: secondLine, mask: secondMask, gain: secondGain } = second;
  const firstStart = frame & firstMask;
  const secondStart = frame & secondMask;
  const firstFrom = firstStart - first.delay;
  const secondFrom = secondStart - second.delay;
  for (let i = 0; i < BLOCK_FRAMES; i++) {
    firstLine[firstStart + i] = b[i] ?? 0;
    const late = firstGain * (firstLine[(firstFrom + i) & firstMask] ?? 0);
    const now = a[i] ?? 0;
    const between = now + late;
    secondLine[secondStart + i] = now - late;
    const later = secondGain * (secondLine[(secondFrom + i) & secondMask] ?? 0);
    a[i] = between + later;
    b[i] = between - later;
  }
}
