import { dbToGain } from "./db.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";

/** Each stage doubles the echoes: 2^9 in each ear. An odd number: the first ones are reckoned in pairs. */
const STAGES = 9;
/** How far a stage's delay strays from half of the one before it, either way. */
const STRAY = 0.2;

/** How far off something sounds, and in what surroundings. */
export interface Surroundings {
  /** Cutoff of what air and leaves let through, Hz (6 dB/octave, twice for the tail): about 8000 near by, 1500 far off. */
  readonly airHz: number;
  /** Time in which the tail falls by 60 dB, seconds: its whole length, and how much preroll it needs. */
  readonly tailSeconds: number;
  /** Level of the tail against the direct sound, dB. */
  readonly tailDb: number;
}

/**
 * Puts a sound at a distance: highs lost in the air, and a soft tail of scattered echoes, stereo in and out, in place.
 *
 * The tail is a chain of stages (a, b) -> (a + g D b, a - g D b) with a delay D each, about half as long as the
 * one before: the construction of complementary sequences (Golay 1961), with delays of any length. Without losses both
 * ears together hear every pitch equally loud, however few the stages; g makes an echo that comes after t seconds
 * 10^(-3 t / tailSeconds) as strong. There is no feedback: after `tailSeconds` (and a moment for the air's filters)
 * nothing is left of what was before, to the last bit.
 */
export class Distance {
  readonly #air: Air;
  readonly #stages: readonly Stage[];
  readonly #last: Stage;
  readonly #gain: number;
  readonly #tailBlocks: number;
  readonly #tailLeft = new Float64Array(BLOCK_FRAMES);
  readonly #tailRight = new Float64Array(BLOCK_FRAMES);
  #silentBlocks: number;

  constructor(seed: number, sampleRate: number, { airHz, tailSeconds, tailDb }: Surroundings) {
    const delays = delaysSeconds(seed, tailSeconds);
    this.#air = new Air(airHz, sampleRate);
    this.#stages = delays.map(
      (seconds) => new Stage(seconds, 10 ** ((-3 * seconds) / tailSeconds), sampleRate),
    );
    this.#last = this.#stages[STAGES - 1] ?? new Stage(0, 0, sampleRate);
    // What the stages make of a sound's power, in the mean over its pitches.
    const kept = this.#stages.reduce((power, stage) => power * (1 + stage.gain ** 2), 1);
    this.#gain = dbToGain(tailDb) / Math.sqrt(kept);
    this.#tailBlocks = this.#stages.reduce((blocks, stage) => blocks + stage.blocks, 0);
    this.#silentBlocks = this.#tailBlocks;
  }

  reset(): void {
    this.#air.reset();
    for (const stage of this.#stages) stage.reset();
    this.#silentBlocks = this.#tailBlocks;
  }

  /** Turns the block that begins at `frame` into what is heard of it from afar. */
  process(left: Float64Array, right: Float64Array, frame: number): void {
    const a = this.#tailLeft;
    const b = this.#tailRight;
    // Once every delay holds nothing but zeros, silence stays silence.
    const isEmpty = this.#silentBlocks > this.#tailBlocks;
    if (isEmpty && this.#air.isAtRest() && isSilent(left, right)) {
      left.fill(0);
      right.fill(0);
      return;
    }
    this.#air.process(left, right, a, b);
    if (isSilent(a, b)) this.#silentBlocks++;
    else this.#silentBlocks = 0;
    if (this.#silentBlocks > this.#tailBlocks) return;

    const stages = this.#stages;
    for (let index = 0; index + 1 < STAGES; index += 2) {
      const stage = stages[index];
      const next = stages[index + 1];
      if (stage && next) processPair(stage, next, a, b, frame);
    }
    this.#addLast(left, right, frame);
  }

  /** The last stage, and the tail to the direct sound. */
  #addLast(left: Float64Array, right: Float64Array, frame: number): void {
    const a = this.#tailLeft;
    const b = this.#tailRight;
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

/** The delays of the stages, the longest first; together as long as the tail. */
function delaysSeconds(seed: number, tailSeconds: number): readonly number[] {
  const parts = Array.from(
    { length: STAGES },
    (_, stage) => 2 ** -stage * (1 + STRAY * (2 * hashUnit(seed, stage, 3) - 1)),
  );
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => (tailSeconds * part) / sum);
}

function isSilent(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < BLOCK_FRAMES; i++) if (a[i] !== 0 || b[i] !== 0) return false;
  return true;
}

/** A low-pass for the direct sound, and another one after it for the tail; both sides in one loop, for speed. */
class Air {
  readonly #gain: number;
  readonly #states = new Float64Array(4);

  constructor(cutoffHz: number, sampleRate: number) {
    this.#gain = onePoleGain(cutoffHz, sampleRate);
  }

  reset(): void {
    this.#states.fill(0);
  }

  isAtRest(): boolean {
    const states = this.#states;
    return states[0] === 0 && states[1] === 0 && states[2] === 0 && states[3] === 0;
  }

  process(left: Float64Array, right: Float64Array, tailLeft: Float64Array, tailRight: Float64Array): void {
    const take = 2 * this.#gain;
    const keep = 1 - take;
    const states = this.#states;
    let a = states[0] ?? 0;
    let b = states[1] ?? 0;
    let c = states[2] ?? 0;
    let d = states[3] ?? 0;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const nextA = keep * a + take * (left[i] ?? 0);
      const nextB = keep * b + take * (right[i] ?? 0);
      const nearLeft = 0.5 * (a + nextA);
      const nearRight = 0.5 * (b + nextB);
      const nextC = keep * c + take * nearLeft;
      const nextD = keep * d + take * nearRight;
      left[i] = nearLeft;
      right[i] = nearRight;
      tailLeft[i] = 0.5 * (c + nextC);
      tailRight[i] = 0.5 * (d + nextD);
      a = nextA;
      b = nextB;
      c = nextC;
      d = nextD;
    }
    states[0] = snap(a);
    states[1] = snap(b);
    states[2] = snap(c);
    states[3] = snap(d);
  }
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
