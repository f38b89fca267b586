import { Biquad, BUTTERWORTH_Q, bandPass, highPass } from "./biquad.ts";
import { snap } from "./snap.ts";

/** What a pane of glass makes of drops (after Farnell, "Designing Sound"): cross-coupled delays with resonances. */
const DELAY_SECONDS = [0.0037, 0.0042] as const;
const FEEDBACK = 0.61;
const RESONANCE_HZ = [1900, 2110] as const;
const RESONANCE_Q = 2.3;
const HIGH_PASS_HZ = 500;
/** The tick of water on glass, over its ring. */
const TICK_HZ = 9000;
const TICK_GAIN = 0.5;

/** A window pane struck by drops: stereo in, stereo out, in place. Settles to the last bit within half a second. */
export class GlassPane {
  readonly #left: PaneSide;
  readonly #right: PaneSide;

  constructor(sampleRate: number) {
    this.#left = new PaneSide(0, sampleRate);
    this.#right = new PaneSide(1, sampleRate);
  }

  reset(): void {
    this.#left.reset();
    this.#right.reset();
  }

  process(left: Float64Array, right: Float64Array): void {
    this.#left.enter(left);
    this.#right.enter(right);
    // Both delays are longer than a block, so that each side's echo is known before either is written.
    this.#left.resonate(this.#right);
    this.#right.resonate(this.#left);
    this.#left.leave(left);
    this.#right.leave(right);
  }
}

class PaneSide {
  readonly #highPass: readonly [Biquad, Biquad];
  readonly #tickPass: Biquad;
  readonly #resonance: Biquad;
  readonly #tick: Float64Array;
  readonly #input: Float64Array;
  readonly #echo: Float64Array;
  readonly #delay: Float64Array;
  #at = 0;

  constructor(side: 0 | 1, sampleRate: number) {
    const cut = highPass(HIGH_PASS_HZ, BUTTERWORTH_Q, sampleRate);
    this.#highPass = [new Biquad(cut), new Biquad(cut)];
    this.#tickPass = new Biquad(highPass(TICK_HZ, BUTTERWORTH_Q, sampleRate));
    this.#resonance = new Biquad(bandPass(RESONANCE_HZ[side], RESONANCE_Q, sampleRate));
    this.#delay = new Float64Array(Math.round(DELAY_SECONDS[side] * sampleRate));
    this.#tick = new Float64Array(128);
    this.#input = new Float64Array(128);
    this.#echo = new Float64Array(128);
  }

  reset(): void {
    this.#highPass[0].reset();
    this.#highPass[1].reset();
    this.#tickPass.reset();
    this.#resonance.reset();
    this.#delay.fill(0);
    this.#at = 0;
  }

  enter(drops: Float64Array): void {
    this.#highPass[0].process(drops);
    this.#highPass[1].process(drops);
    this.#tick.set(drops);
    this.#tickPass.process(this.#tick);
    this.#input.set(drops);
  }

  /** What this side sends to the other: its own output, one delay ago. */
  resonate(other: PaneSide): void {
    const echo = this.#echo;
    const delay = other.#delay;
    let at = other.#at;
    for (let i = 0; i < echo.length; i++) {
      echo[i] = (this.#input[i] ?? 0) + FEEDBACK * (delay[at] ?? 0);
      at = at + 1 === delay.length ? 0 : at + 1;
    }
    this.#resonance.process(echo);
  }

  leave(out: Float64Array): void {
    const delay = this.#delay;
    for (let i = 0; i < out.length; i++) {
      delay[this.#at] = snap(this.#echo[i] ?? 0);
      this.#at = this.#at + 1 === delay.length ? 0 : this.#at + 1;
      out[i] = (this.#echo[i] ?? 0) + TICK_GAIN * (this.#tick[i] ?? 0);
    }
  }
}
