import { MovingResonator } from "./moving-resonator.ts";
import { onePoleGain } from "./one-pole.ts";
import { PinkFilter } from "./pink-filter.ts";
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

/** Speed of the wind at one side, relative to its mean, at the first frame of a block and of the next. */
export interface WindSpeed {
  readonly from: number;
  readonly to: number;
}

/** What one ear hears of the wind: white noise to rush, air and whistling, in place. */
export class WindSide {
  readonly #sampleRate: number;
  readonly #pink = new PinkFilter();
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

  /** @param loudness gain of the whole @param whistling 0 (none) .. 1 */
  process(samples: Float64Array, speed: WindSpeed, loudness: WindSpeed, whistling: number): void {
    const noise = this.#noise;
    this.#pink.process(samples);
    noise.set(samples);
    this.#rush(samples, RUSH_HZ * speed.from, loudness);
    this.#air.add(samples, noise, AIR.hz * speed.from, AIR.gain * loudness.from, AIR.gain * loudness.to);
    if (whistling === 0) return;
    for (const { resonator, hz } of this.#whistles) {
      const gain = WHISTLE_GAIN * whistling * speed.from;
      resonator.add(samples, noise, hz * speed.from, gain * loudness.from, gain * loudness.to);
    }
  }

  /** Two first-order low-passes, one after the other. */
  #rush(samples: Float64Array, hz: number, loudness: WindSpeed): void {
    const gain = onePoleGain(hz, this.#sampleRate);
    const step = (loudness.to - loudness.from) / samples.length;
    let level = loudness.from;
    let low = this.#low;
    let lower = this.#lower;
    for (let i = 0; i < samples.length; i++) {
      const move = gain * ((samples[i] ?? 0) - low);
      const lowerMove = gain * (low + move - lower);
      samples[i] = level * (lower + lowerMove);
      low += 2 * move;
      lower += 2 * lowerMove;
      level += step;
    }
    this.#low = snap(low);
    this.#lower = snap(lower);
  }
}
