import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { isSilent, ScatteredTail } from "./scattered-tail.ts";
import { snap } from "./snap.ts";

/** 512 echoes in each ear. */
const STAGES = 9;

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
 * After `tailSeconds` (and a moment for the air's filters) nothing is left of what was before, to the last bit.
 */
export class Distance {
  readonly #air: Air;
  readonly #tail: ScatteredTail;
  readonly #tailLeft = new Float64Array(BLOCK_FRAMES);
  readonly #tailRight = new Float64Array(BLOCK_FRAMES);

  constructor(seed: number, sampleRate: number, { airHz, tailSeconds, tailDb }: Surroundings) {
    this.#air = new Air(airHz, sampleRate);
    this.#tail = new ScatteredTail(seed, sampleRate, { stages: STAGES, seconds: tailSeconds, db: tailDb });
  }

  reset(): void {
    this.#air.reset();
    this.#tail.reset();
  }

  /** Turns the block that begins at `frame` into what is heard of it from afar. */
  process(left: Float64Array, right: Float64Array, frame: number): void {
    if (this.#tail.isEmpty() && this.#air.isAtRest() && isSilent(left, right)) {
      left.fill(0);
      right.fill(0);
      return;
    }
    this.#air.process(left, right, this.#tailLeft, this.#tailRight);
    this.#tail.add(left, right, this.#tailLeft, this.#tailRight, frame);
  }
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
