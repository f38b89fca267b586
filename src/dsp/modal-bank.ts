const TAU = 2 * Math.PI;
/** A mode that has fallen by so many decay times (-80 dB) is over. */
const END = Math.log(1e4);

/** One way in which a solid body vibrates. */
export interface Mode {
  readonly hz: number;
  /** Time in which its amplitude falls to 1/e, seconds; T60 is 6.91 times as long. */
  readonly decaySeconds: number;
}

/**
 * A struck body: the sum of its modes, each a sine that dies away exponentially. A ring is a closed form of the time
 * since the strike, so any stretch of it can be written alone: a short one whole into a grain, a long one block by
 * block. What each strike excites is set in `gains` and `turns` before it is written.
 */
export class ModalBank {
  /** Amplitude of each mode at the strike. */
  readonly gains: Float64Array;
  /** Phase of each mode at the strike, turns; at 0 it begins without a step. */
  readonly turns: Float64Array;
  /** After this long every mode is over, seconds. */
  readonly seconds: number;
  readonly #cycles: Float64Array;
  readonly #dampings: Float64Array;

  /** @param modes those above 0.45 of the sample rate are never heard */
  constructor(modes: readonly Mode[], sampleRate: number) {
    const heard = modes.filter(({ hz }) => hz < 0.45 * sampleRate);
    this.gains = new Float64Array(heard.length).fill(1);
    this.turns = new Float64Array(heard.length);
    this.#cycles = Float64Array.from(heard, ({ hz }) => hz / sampleRate);
    this.#dampings = Float64Array.from(heard, ({ decaySeconds }) => 1 / (decaySeconds * sampleRate));
    this.seconds = END * Math.max(0, ...heard.map(({ decaySeconds }) => decaySeconds));
  }

  /**
   * Adds the ring to the front of `out`. Allocates nothing.
   * @param length frames wanted
   * @param ageFrames frames from the strike to the first of them, 0 or more
   */
  add(out: Float64Array, length: number, ageFrames = 0): void {
    for (let mode = 0; mode < this.gains.length; mode++) {
      const damping = this.#dampings[mode] ?? 1;
      const age = damping * ageFrames;
      const gain = this.gains[mode] ?? 0;
      if (gain === 0 || age >= END) continue;
      const cycles = this.#cycles[mode] ?? 0;
      const frames = Math.min(length, Math.ceil((END - age) / damping));
      const turns = (this.turns[mode] ?? 0) + cycles * ageFrames;
      addMode(out, frames, gain * Math.exp(-age), Math.exp(-damping), cycles, turns);
    }
  }
}

/** A dying sine: a pointer turned and shortened frame by frame. */
function addMode(
  out: Float64Array,
  frames: number,
  gain: number,
  decay: number,
  cycles: number,
  turns: number,
): void {
  const turnCos = decay * Math.cos(TAU * cycles);
  const turnSin = decay * Math.sin(TAU * cycles);
  let cos = gain * Math.cos(TAU * (turns % 1));
  let sin = gain * Math.sin(TAU * (turns % 1));
  for (let i = 0; i < frames; i++) {
    out[i] = (out[i] ?? 0) + sin;
    const next = cos * turnCos - sin * turnSin;
    sin = sin * turnCos + cos * turnSin;
    cos = next;
  }
}
