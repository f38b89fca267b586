const TAU = 2 * Math.PI;
/** A mode that has fallen this far is over, in decay times: -100 dB. */
const END = Math.log(1e5);

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
  /** Phases at the strike, turns. */
  leftTurns = 0;
  rightTurns = 0;
  /** How much of the one that is stronger at the other ear an ear hears. */
  farGain = 0.3;
  readonly #sampleRate: number;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /** Sets the phases to those of two tones that never stop, and some turns more. @param startFrame frame of the strike */
  begin(startFrame: number, turns: number): void {
    this.leftTurns = ((this.hz - this.splitHz / 2) / this.#sampleRate) * startFrame + turns;
    this.rightTurns = ((this.hz + this.splitHz / 2) / this.#sampleRate) * startFrame + turns;
  }

  /**
   * Adds what sounds from a time on.
   * @param ageFrames frames from the strike to the first sample written, 0 or more
   * @param offset where in `left` and `right` the first sample is; they are filled to their end
   */
  add(left: Float64Array, right: Float64Array, ageFrames: number, offset: number): void {
    const damping = Math.log(1000) / (this.t60Seconds * this.#sampleRate);
    if (damping * ageFrames > END) return;
    const decay = Math.exp(-damping);
    const gain = this.gain * Math.exp(-damping * ageFrames);
    const far = this.farGain;
    const leftCycles = (this.hz - this.splitHz / 2) / this.#sampleRate;
    const rightCycles = (this.hz + this.splitHz / 2) / this.#sampleRate;
    const leftAngle = angleOf(this.leftTurns + leftCycles * ageFrames);
    const rightAngle = angleOf(this.rightTurns + rightCycles * ageFrames);
    // Two pointers, turned and shortened frame by frame; side by side, so that neither waits for the other.
    const leftStepCos = decay * Math.cos(TAU * leftCycles);
    const leftStepSin = decay * Math.sin(TAU * leftCycles);
    const rightStepCos = decay * Math.cos(TAU * rightCycles);
    const rightStepSin = decay * Math.sin(TAU * rightCycles);
    let leftCos = gain * Math.cos(leftAngle);
    let leftSin = gain * Math.sin(leftAngle);
    let rightCos = gain * Math.cos(rightAngle);
    let rightSin = gain * Math.sin(rightAngle);
    for (let i = offset; i < left.length; i++) {
      left[i] = (left[i] ?? 0) + leftSin + far * rightSin;
      right[i] = (right[i] ?? 0) + rightSin - far * leftSin;
      const leftNext = leftCos * leftStepCos - leftSin * leftStepSin;
      leftSin = leftSin * leftStepCos + leftCos * leftStepSin;
      leftCos = leftNext;
      const rightNext = rightCos * rightStepCos - rightSin * rightStepSin;
      rightSin = rightSin * rightStepCos + rightCos * rightStepSin;
      rightCos = rightNext;
    }
  }
}

function angleOf(turns: number): number {
  return TAU * (turns - Math.floor(turns));
}
