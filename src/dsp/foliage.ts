import { MovingResonator } from "./moving-resonator.ts";
import { onePoleGain } from "./one-pole.ts";
import { PinkFilter } from "./pink-filter.ts";
import { Ramp } from "./ramp.ts";
import { snap } from "./snap.ts";

/** Trunks and boughs: the low rush below this, Hz. */
const RUSH_HZ = 300;
const RUSH_GAIN = 0.6;
/** Leaves flutter and clap in a wide band; needles hum lower, like wires. Pitches at mean speed. */
const LEAVES = { hz: 4200, q: 0.3, gain: 0.8 };
const NEEDLES = { hz: 1350, q: 1, gain: 1.1 };
/** Harder wind lifts the pitch of leaves by this power of the speed. */
const PITCH_POWER = 0.4;

/** What one ear hears of trees in the wind: white noise to boughs, leaves and needles, in place. */
export class Foliage {
  /** Speed of the wind at this side, relative to its mean. */
  readonly speed: Ramp = new Ramp();
  /** Gain of the whole. */
  readonly loudness: Ramp = new Ramp();
  /** 0 (leaves alone) .. 1 (needles alone) */
  needles = 0;
  readonly #pink = new PinkFilter();
  readonly #leaves: MovingResonator;
  readonly #needles: MovingResonator;
  readonly #noise: Float64Array;
  readonly #rushGain: number;
  #low = 0;

  constructor(sampleRate: number, blockFrames: number) {
    this.#noise = new Float64Array(blockFrames);
    this.#leaves = new MovingResonator(LEAVES.q, sampleRate);
    this.#needles = new MovingResonator(NEEDLES.q, sampleRate);
    this.#rushGain = onePoleGain(RUSH_HZ, sampleRate);
  }

  reset(): void {
    this.#pink.reset();
    this.#leaves.reset();
    this.#needles.reset();
    this.#low = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const noise = this.#noise;
    this.#pink.process(samples);
    noise.set(samples);
    this.#rush(samples);
    const angle = 0.5 * Math.PI * this.needles;
    const { from, to } = this.loudness;
    const leaf = LEAVES.gain * Math.cos(angle);
    const leaves = this.#leaves;
    leaves.hz = LEAVES.hz * this.speed.from ** PITCH_POWER;
    leaves.gain.from = leaf * from;
    leaves.gain.to = leaf * to;
    leaves.add(samples, noise);
    const needle = NEEDLES.gain * Math.sin(angle);
    const needles = this.#needles;
    needles.hz = NEEDLES.hz * this.speed.from;
    needles.gain.from = needle * from;
    needles.gain.to = needle * to;
    needles.add(samples, noise);
  }

  #rush(samples: Float64Array): void {
    const { loudness } = this;
    const take = 2 * this.#rushGain;
    const keep = 1 - take;
    const step = (0.5 * RUSH_GAIN * (loudness.to - loudness.from)) / samples.length;
    let level = 0.5 * RUSH_GAIN * loudness.from;
    let low = this.#low;
    for (let i = 0; i < samples.length; i++) {
      const next = keep * low + take * (samples[i] ?? 0);
      samples[i] = level * (low + next);
      low = next;
      level += step;
    }
    this.#low = snap(low);
  }
}
