import { DyingSine } from "./dying-sine.ts";

type Samples = Float32Array | Float64Array;

/** A mode that has fallen this far is over: -108 dBFS. */
const END_GAIN = 4e-6;

/**
 * A mode of a bowl or a bell. None is quite round, so each mode is two that differ a little in pitch and stand
 * athwart each other: either ear hears one of them most, and the other with the opposite sign to the other ear. Each
 * ear hears them beat, while the power of both ears together falls evenly. (Fletcher and Rossing, "The Physics of
 * Musical Instruments", on bells and on doublets.)
 *
 * It is a closed form of the time since the strike: any stretch can be written alone.
 */
export class RingingPair {
  /** Middle of the two, and how far apart they are, Hz. */
  hz = 0;
  splitHz = 0;
  /** Time to fall by 60 dB. */
  t60Seconds = 1;
  /** Amplitude of either at the strike. */
  gain = 0;
  /** How much of the one that is stronger at the other ear an ear hears. */
  farGain = 0.3;
  readonly #sampleRate: number;
  readonly #low = new DyingSine();
  readonly #high = new DyingSine();
  /** Fall in a frame, in decay times. */
  #damping = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /**
   * Begins to ring, with pitch, decay and gain as they are set.
   * @param startFrame frame of the strike: the phases are those of two tones that never stop
   * @param turns and so many more
   */
  begin(startFrame: number, turns: number): void {
    const low = (this.hz - this.splitHz / 2) / this.#sampleRate;
    const high = (this.hz + this.splitHz / 2) / this.#sampleRate;
    this.#damping = Math.log(1000) / (this.t60Seconds * this.#sampleRate);
    this.#low.begin(low, this.#damping, low * startFrame + turns);
    this.#high.begin(high, this.#damping, high * startFrame + turns);
  }

  /**
   * Adds a stretch, an even number of frames.
   * @param ageFrames frames from the strike to the first sample; below 0 too, where it is the same formula
   */
  add(left: Samples, right: Samples, ageFrames: number): void {
    const gain = this.gain * Math.exp(-this.#damping * ageFrames);
    if (gain < END_GAIN) return;
    const far = this.farGain;
    const low = this.#low;
    const high = this.#high;
    low.seek(ageFrames, gain);
    high.seek(ageFrames, gain);
    const { turn: lowTurn, fall } = low;
    const { turn: highTurn } = high;
    let { s0: a0, s1: a1, s2: a2, s3: a3 } = low;
    let { s0: b0, s1: b1, s2: b2, s3: b3 } = high;
    // Even and odd frames of both, four chains side by side, so that none waits for another.
    for (let i = 0; i < left.length; i += 2) {
      left[i] = (left[i] ?? 0) + a0 + far * b0;
      right[i] = (right[i] ?? 0) + b0 - far * a0;
      left[i + 1] = (left[i + 1] ?? 0) + a1 + far * b1;
      right[i + 1] = (right[i + 1] ?? 0) + b1 - far * a1;
      const a4 = lowTurn * a2 + fall * a0;
      const a5 = lowTurn * a3 + fall * a1;
      const b4 = highTurn * b2 + fall * b0;
      const b5 = highTurn * b3 + fall * b1;
      a0 = a2;
      a1 = a3;
      a2 = a4;
      a3 = a5;
      b0 = b2;
      b1 = b3;
      b2 = b4;
      b3 = b5;
    }
  }
}
