import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { seedFor } from "./seed-for.ts";

const TAU = 2 * Math.PI;
/** Root, fifth and octave. */
const VOICES = [
  { ratio: 1, gain: 0.8 },
  { ratio: 1.5, gain: 0.6 },
  { ratio: 2, gain: 0.7 },
] as const;
/** Amplitudes of a voice's harmonics; the upper ones carry it on a phone's speaker. */
const HARMONICS = [1, 0.3, 0.12] as const;
/** Each ear has a shadow of every voice beside it, so that the pad is wide and never quite still. */
const SHADOW = { gain: 0.4, leftHz: 0.17, rightHz: -0.13 } as const;

interface Partial {
  /** Cycles per frame. */
  readonly cycles: number;
  readonly phaseTurns: number;
  readonly gain: number;
  /** What it is added to. */
  readonly into: Float64Array;
}

/** A soft chord that stands for ever, stereo: fixed sines, so that its phase at any frame is closed form. */
export class BreathPad {
  readonly left: Float64Array = new Float64Array(BLOCK_FRAMES);
  readonly right: Float64Array = new Float64Array(BLOCK_FRAMES);
  readonly #middle = new Float64Array(BLOCK_FRAMES);
  readonly #partials: readonly Partial[];

  /** @param rootHz lowest note */
  constructor(sampleRate: number, seed: number, rootHz: number) {
    const phases = seedFor(seed, "breath-tone/pad");
    const partials: Partial[] = [];
    const add = (hz: number, gain: number, into: Float64Array) => {
      partials.push({
        cycles: hz / sampleRate,
        // By pitch, so that a note that two chords share does not move when one becomes the other.
        phaseTurns: hashUnit(phases, Math.round(10 * hz)),
        gain,
        into,
      });
    };
    for (const { ratio, gain } of VOICES) {
      const hz = rootHz * ratio;
      for (const [index, harmonic] of HARMONICS.entries())
        add(hz * (index + 1), gain * harmonic, this.#middle);
      add(hz + SHADOW.leftHz * ratio, gain * SHADOW.gain, this.left);
      add(hz + SHADOW.rightHz * ratio, gain * SHADOW.gain, this.right);
    }
    this.#partials = partials;
  }

  /** Fills `left` and `right` with the block that begins at `frame`. */
  render(frame: number): void {
    const { left, right } = this;
    const middle = this.#middle;
    left.fill(0);
    right.fill(0);
    middle.fill(0);
    for (const partial of this.#partials) addBlock(partial, frame);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = (left[i] ?? 0) + (middle[i] ?? 0);
      right[i] = (right[i] ?? 0) + (middle[i] ?? 0);
    }
  }
}

/** sin(a + w) = 2 cos(w) sin(a) - sin(a - w), begun anew from the frame in each block, so that no error adds up. */
function addBlock({ cycles, phaseTurns, gain, into }: Partial, frame: number): void {
  const turns = cycles * frame + phaseTurns;
  const angle = TAU * (turns - Math.floor(turns));
  const step = TAU * cycles;
  const factor = 2 * Math.cos(step);
  let sample = gain * Math.sin(angle);
  let before = gain * Math.sin(angle - step);
  for (let i = 0; i < BLOCK_FRAMES; i++) {
    into[i] = (into[i] ?? 0) + sample;
    const next = factor * sample - before;
    before = sample;
    sample = next;
  }
}
