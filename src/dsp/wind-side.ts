import { BedPinkFilter } from "./bed-pink-filter.ts";
import { MovingResonator } from "./moving-resonator.ts";
import { onePoleGain } from "./one-pole.ts";
import { Ramp } from "./ramp.ts";
import { snap } from "./snap.ts";

/** At mean speed the rush of air falls off above this, Hz; it opens with the speed. */
const RUSH_HZ = 170;
/** Air that tears at edges: the wide resonance of SDT's wind, with its gain beside the rush. */
const AIR = { hz: 800, q: 1, gain: 0.035 };
/** Wires and chinks whistle in proportion to the speed: their pitches at mean speed, Hz. */
const WHISTLES = [
  { hz: 390, q: 16 },
  { hz: 575, q: 20 },
] as const;
const WHISTLE_GAIN = 0.9;

/** What one ear hears of the wind: white noise to rush, air and whistling, in place. */
export class WindSide {
  /** Speed of the wind at this side, relative to its mean. */
  readonly speed: Ramp = new Ramp();
  /** Gain of the whole. */
  readonly loudness: Ramp = new Ramp();
  /** 0 (none) .. 1 */
  whistling = 0;
  readonly #sampleRate: number;
  readonly #pink = new BedPinkFilter();
  readonly #air: MovingResonator;
  readonly #whistles: readonly { readonly resonator: MovingResonator; readonly hz: number }[];
  readonly #noise: Float64Array;
  #low = 0;
  #lower = 0;

  constructor(sampleRate: number, blockFrames: number) {
    this.#sampleRate = sampleRate;
    this.#noise = new Float64Array(blockFrames);
    this.#air = new MovingResonator(AIR.q, sampleRate);
    this.#whistles = WHISTLES.map(({ hz, q }) => ({ resonator: new MovingResonator(q, sampleRate), hz }));
  }

  reset(): void {
    this.#pink.reset();
    this.#air.reset();
    for (const { resonator } of this.#whistles) resonator.reset();
    this.#low = this.#lower = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const { speed, loudness, whistling } = this;
    const noise = this.#noise;
    this.#pink.process(samples);
    noise.set(samples);
    this.#rush(samples);
    const air = this.#air;
    air.hz = AIR.hz * speed.from;
    air.gain.from = AIR.gain * loudness.from;
    air.gain.to = AIR.gain * loudness.to;
    air.add(samples, noise);
    if (whistling === 0) return;
    const gain = WHISTLE_GAIN * whistling * speed.from;
    for (let i = 0; i < this.#whistles.length; i++) {
      const whistle = this.#whistles[i];
      if (!whistle) continue;
      const { resonator, hz } = whistle;
      resonator.hz = hz * speed.from;
      resonator.gain.from = gain * loudness.from;
      resonator.gain.to = gain * loudness.to;
      resonator.add(samples, noise);
    }
  }

  /** Two first-order low-passes, one after the other. */
  #rush(samples: Float64Array): void {
    const { loudness } = this;
    const take = 2 * onePoleGain(RUSH_HZ * this.speed.from, this.#sampleRate);
    const keep = 1 - take;
    const step = (0.5 * (loudness.to - loudness.from)) / samples.length;
    let level = 0.5 * loudness.from;
    let low = this.#low;
    let lower = this.#lower;
    for (let i = 0; i < samples.length; i++) {
      const lowNext = keep * low + take * (samples[i] ?? 0);
      const lowerNext = keep * lower + take * 0.5 * (low + lowNext);
      samples[i] = level * (lower + lowerNext);
      low = lowNext;
      lower = lowerNext;
      level += step;
    }
    this.#low = snap(low);
    this.#lower = snap(lower);
  }
}
