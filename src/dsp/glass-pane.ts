import { Biquad, BUTTERWORTH_Q, bandPass, highPass } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { snap } from "./snap.ts";

/** What a pane of glass makes of drops (after Farnell, "Designing Sound"): two cross-coupled delays and resonances. */
const DELAY_SECONDS = [0.0037, 0.0042] as const;
const FEEDBACK = 0.61;
const RESONANCE_HZ = [1900, 2110] as const;
const RESONANCE_Q = 2.3;
const HIGH_PASS_HZ = 500;
/** The tick of water on glass, over its ring. */
const TICK_HZ = 9000;
const TICK_GAIN = 0.5;

/**
 * A window pane struck by drops: stereo in, stereo out, in place. The resonances stand after the loop of delays, where
 * a difference in the last bit dies out instead of ringing on.
 */
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
    this.#left.strike(left);
    this.#right.strike(right);
    // Both delays are longer than a block, so that each side's echo is known before either is written.
    this.#left.hear(this.#right, left);
    this.#right.hear(this.#left, right);
    this.#left.ring(left);
    this.#right.ring(right);
  }
}

class PaneSide {
  readonly #highPass: readonly [Biquad, Biquad];
  readonly #tickPass: Biquad;
  readonly #resonance: Biquad;
  readonly #tick = new Float64Array(BLOCK_FRAMES);
  readonly #delay: Float64Array;
  #at = 0;

  constructor(side: 0 | 1, sampleRate: number) {
    const cut = highPass(HIGH_PASS_HZ, BUTTERWORTH_Q, sampleRate);
    this.#highPass = [new Biquad(cut), new Biquad(cut)];
    this.#tickPass = new Biquad(highPass(TICK_HZ, BUTTERWORTH_Q, sampleRate));
    this.#resonance = new Biquad(bandPass(RESONANCE_HZ[side], RESONANCE_Q, sampleRate));
    this.#delay = new Float64Array(Math.round(DELAY_SECONDS[side] * sampleRate));
  }

  reset(): void {
    this.#highPass[0].reset();
    this.#highPass[1].reset();
    this.#tickPass.reset();
    this.#resonance.reset();
    this.#delay.fill(0);
    this.#at = 0;
  }

  /** Takes the thud from the drops, and their tick aside. */
  strike(drops: Float64Array): void {
    this.#highPass[0].process(drops);
    this.#highPass[1].process(drops);
    this.#tick.set(drops);
    this.#tickPass.process(this.#tick);
  }

  /** Adds what comes back from the other side. */
  hear(other: PaneSide, blow: Float64Array): void {
    const delay = other.#delay;
    let at = other.#at;
    for (let i = 0; i < blow.length; i++) {
      blow[i] = snap((blow[i] ?? 0) + FEEDBACK * (delay[at] ?? 0));
      at = at + 1 === delay.length ? 0 : at + 1;
    }
  }

  /** Sends the blow on its way and turns it into what is heard. */
  ring(blow: Float64Array): void {
    const delay = this.#delay;
    for (let i = 0; i < blow.length; i++) {
      delay[this.#at] = blow[i] ?? 0;
      this.#at = this.#at + 1 === delay.length ? 0 : this.#at + 1;
    }
    this.#resonance.process(blow);
    for (let i = 0; i < blow.length; i++) blow[i] = (blow[i] ?? 0) + TICK_GAIN * (this.#tick[i] ?? 0);
  }
}
