const TAU = 2 * Math.PI;
/** Pitch and level are reckoned at knots so many frames apart and run straight between them. */
const KNOT_FRAMES = 32;

/**
 * One call of an animal: a tone whose pitch moves, with a few partials, soft edges and perhaps a tremolo. Set it up and
 * write it; it can be set up again for the next one.
 */
export class Whistle {
  seconds = 0.1;
  /** Pitch at the beginning and at the end, Hz. */
  fromHz = 1000;
  toHz = 1000;
  /** How far the pitch bends up (or, negative, down) between them, Hz at the middle. */
  arcHz = 0;
  vibratoHz = 0;
  /** Reach of the vibrato to either side, Hz. */
  vibratoReachHz = 0;
  /** Amplitudes of the second to the fourth partial, of the first's. */
  second = 0;
  third = 0;
  fourth = 0;
  /** Raised-cosine edges; together at most `seconds`. */
  attackSeconds = 0.01;
  releaseSeconds = 0.01;
  tremoloHz = 0;
  /** 0 (none) .. 1 (down to silence); the call begins where the tremolo is lowest. */
  tremoloDepth = 0;

  /** Where the next stretch begins: the tone's pointer, the tremolo's, radians a frame, and the level. */
  #cos = Number.NaN;
  #sin = Number.NaN;
  #beatCos = Number.NaN;
  #beatSin = Number.NaN;
  #radians = Number.NaN;
  #level = Number.NaN;

  /**
   * Writes the call, peak near 1, to the front of `out`.
   * @returns the number of frames written
   */
  write(out: Float64Array, sampleRate: number): number {
    const frames = Math.min(out.length, Math.round(this.seconds * sampleRate));
    this.#cos = 1;
    this.#sin = 0;
    this.#beatCos = 1;
    this.#beatSin = 0;
    this.#radians = (TAU * this.fromHz) / sampleRate;
    this.#level = 0;
    // Stretch by stretch: a long loop of a call that comes once a minute would be compiled anew, and leave garbage, each time.
    for (let start = 0; start < frames; start += KNOT_FRAMES) {
      this.#stretch(out, sampleRate, start, Math.min(frames, start + KNOT_FRAMES));
    }
    return frames;
  }

  /** Writes the frames from a knot on, `end` at the next one or at the end of the call. */
  #stretch(out: Float64Array, sampleRate: number, start: number, end: number): void {
    const { seconds, fromHz, toHz, arcHz, vibratoHz, vibratoReachHz } = this;
    const { attackSeconds, releaseSeconds, second, third, fourth, tremoloDepth } = this;
    const tremoloRe = Math.cos((TAU * this.tremoloHz) / sampleRate);
    const tremoloIm = Math.sin((TAU * this.tremoloHz) / sampleRate);
    let cos = this.#cos;
    let sin = this.#sin;
    let beatCos = this.#beatCos;
    let beatSin = this.#beatSin;
    let level = this.#level;
    const from = this.#radians;
    // Pitch and level at the next knot, here and not in functions of their own, whose numbers would go to the heap.
    const at = (start + KNOT_FRAMES) / sampleRate;
    const part = Math.min(1, at / seconds);
    const vibrato = vibratoReachHz * Math.sin(TAU * vibratoHz * at);
    const hz = fromHz + (toHz - fromHz) * part + 4 * arcHz * part * (1 - part) + vibrato;
    const to = (TAU * hz) / sampleRate;
    const bend = (to - from) / KNOT_FRAMES;
    const rise = Math.PI * Math.min(1, at / attackSeconds);
    const fall = Math.PI * Math.min(1, Math.max(0, (seconds - at) / releaseSeconds));
    const levelTo = (0.5 - 0.5 * Math.cos(rise)) * (0.5 - 0.5 * Math.cos(fall));
    const levelStep = (levelTo - level) / KNOT_FRAMES;
    // A pointer whose turn is itself turned by `bend` each frame.
    let turnCos = Math.cos(from + bend / 2);
    let turnSin = Math.sin(from + bend / 2);
    const bendCos = Math.cos(bend);
    const bendSin = Math.sin(bend);
    for (let i = start; i < end; i++) {
      const beat = 1 - tremoloDepth * (0.5 + 0.5 * beatCos);
      const partials =
        1 + 2 * second * cos + third * (4 * cos * cos - 1) + fourth * cos * (8 * cos * cos - 4);
      out[i] = level * beat * sin * partials;
      level += levelStep;
      const nextCos = cos * turnCos - sin * turnSin;
      sin = cos * turnSin + sin * turnCos;
      cos = nextCos;
      const nextTurn = turnCos * bendCos - turnSin * bendSin;
      turnSin = turnCos * bendSin + turnSin * bendCos;
      turnCos = nextTurn;
      const nextBeat = beatCos * tremoloRe - beatSin * tremoloIm;
      beatSin = beatCos * tremoloIm + beatSin * tremoloRe;
      beatCos = nextBeat;
    }
    // Back to length 1, from which rounding leads away.
    const length = 1.5 - 0.5 * (cos * cos + sin * sin);
    this.#cos = cos * length;
    this.#sin = sin * length;
    this.#beatCos = beatCos;
    this.#beatSin = beatSin;
    this.#radians = to;
    this.#level = levelTo;
  }
}
