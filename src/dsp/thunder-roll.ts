import { Biquad, BUTTERWORTH_Q, bandPass, highPass, lowPass } from "./biquad.ts";
import { fillGaussian } from "./gaussian-noise.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { Random } from "./random.ts";
import { Weather } from "./weather.ts";

/** How long one roll lasts, from its first breath to nothing, seconds. */
export const ROLL_SECONDS = 20;
/** A roll comes from nowhere in particular: this long, and from this far below, dB. */
const COMING = { seconds: 8, db: -42 };

/** Parts of the channel that are heard after one another, as their sound arrives from farther up and farther off. */
const STRIKES = 6;
/** When they arrive, how slowly each comes (never a crack) and how slowly it goes, seconds. */
const STRIKE_SECONDS = { spread: 9, rise: { least: 2.2, more: 2 }, fall: { least: 1.3, more: 1.7 } };
/** Pitch of a strike, Hz. */
const STRIKE_HZ = { low: 100, high: 420 };
const STRIKE_Q = 1.2;
const STRIKE_GAIN = 4;
/** The rumble under them: slow to come and slower to go, seconds. */
const RUMBLE_SECONDS = { rise: 3.5, fall: 3 };
const RUMBLE_HZ = { low: 25, high: 80 };
/** Driving the rumble into a soft limit gives it the tones between 80 and 300 Hz that a small speaker can play. */
const RUMBLE_DRIVE = 7;
const RUMBLE_OUT = { lowHz: 60, highHz: 260, gain: 0.5 };
/** Power from which on a roll is evened out, and by how much of what is above it (in dB); the rumble's own part. */
const EVEN = { power: 0.8, strength: 0.97 };
const RUMBLE_POWER = 1.5;
/** Nearer thunder is brighter, which the ear takes for louder: so much is taken back. */
const NEAR_DB = -2;
/** Rolling: how the loudness of all of it wavers, and how quickly. */
const ROLLING = { deviation: 0.12, slowest: 2.4, fastest: 0.4 };

/** One roll of thunder at a time: what is random about it belongs to (seed, number of the roll). */
export class ThunderRoll {
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #gain: number;
  readonly #random = new Random();
  readonly #rolling: Weather;
  readonly #atSeconds = new Float64Array(STRIKES);
  readonly #riseSeconds = new Float64Array(STRIKES);
  readonly #fallSeconds = new Float64Array(STRIKES);
  readonly #pan = new Float64Array(STRIKES);
  readonly #level = new Float64Array(STRIKES);
  readonly #strikes: Biquad[];
  readonly #rumble: readonly (readonly Biquad[])[];
  readonly #top: readonly (readonly Biquad[])[];
  readonly #noise = new Float64Array(BLOCK_FRAMES);
  #roll = Number.NaN;
  #loudness = 1;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#gain = Math.sqrt(sampleRate / 48_000);
    this.#rolling = new Weather(seed, ROLLING.slowest, ROLLING.fastest);
    this.#strikes = Array.from(
      { length: STRIKES },
      (_, strike) => new Biquad(bandPass(strikeHz(strike), STRIKE_Q, sampleRate)),
    );
    const sides = (make: () => readonly Biquad[]) => [make(), make()];
    this.#rumble = sides(() => [
      new Biquad(highPass(RUMBLE_HZ.low, BUTTERWORTH_Q, sampleRate)),
      new Biquad(lowPass(RUMBLE_HZ.high, BUTTERWORTH_Q, sampleRate)),
      new Biquad(lowPass(RUMBLE_HZ.high, BUTTERWORTH_Q, sampleRate)),
    ]);
    this.#top = sides(() => [
      new Biquad(highPass(RUMBLE_OUT.lowHz, BUTTERWORTH_Q, sampleRate)),
      new Biquad(lowPass(RUMBLE_OUT.highHz, BUTTERWORTH_Q, sampleRate)),
    ]);
  }

  reset(): void {
    for (const strike of this.#strikes) strike.reset();
    for (const side of [...this.#rumble, ...this.#top]) for (const filter of side) filter.reset();
    this.#roll = Number.NaN;
  }

  /**
   * Adds a block of a roll.
   * @param roll its number
   * @param since seconds from its beginning to the block's first frame
   * @param nearness 0 far: lower and duller .. 1 near
   */
  add(
    left: Float64Array,
    right: Float64Array,
    frame: number,
    roll: number,
    since: number,
    nearness: number,
  ): void {
    if (roll !== this.#roll) this.#draw(roll);
    const block = frame / BLOCK_FRAMES;
    const seconds = BLOCK_FRAMES / this.#sampleRate;
    const from = this.#wavering(frame / this.#sampleRate) * this.#evened(since, nearness);
    const to = this.#wavering(frame / this.#sampleRate + seconds) * this.#evened(since + seconds, nearness);
    for (let strike = 0; strike < STRIKES; strike++) {
      const heard = heardFrom(nearness, strike);
      const begin = from * this.#strikeLevel(strike, since) * heard;
      const end = to * this.#strikeLevel(strike, since + seconds) * heard;
      this.#addStrike(left, right, block, strike, begin, end);
    }
    const begin = from * this.#rumbleLevel(since);
    const end = to * this.#rumbleLevel(since + seconds);
    this.#addRumble(left, 0, block, begin, end);
    this.#addRumble(right, 1, block, begin, end);
  }

  #draw(roll: number): void {
    this.#roll = roll;
    const random = this.#random;
    random.seed(this.#seed, roll);
    this.#loudness = 10 ** ((-1.5 * random.unit()) / 20);
    const { spread, rise, fall } = STRIKE_SECONDS;
    for (let strike = 0; strike < STRIKES; strike++) {
      this.#atSeconds[strike] = spread * random.unit();
      this.#riseSeconds[strike] = rise.least + rise.more * random.unit();
      this.#fallSeconds[strike] = fall.least + fall.more * random.unit();
      this.#pan[strike] = 0.6 * random.signed();
      this.#level[strike] = 10 ** ((-8 * random.unit()) / 20);
    }
  }

  #wavering(seconds: number): number {
    return (
      this.#gain * this.#loudness * Math.exp(ROLLING.deviation * Math.min(1.5, this.#rolling.at(seconds)))
    );
  }

  /** Where strikes fall together, all are softer: no roll stands out above the others. */
  #evened(since: number, nearness: number): number {
    let power = (RUMBLE_POWER * this.#rumbleLevel(since)) ** 2;
    for (let strike = 0; strike < STRIKES; strike++) {
      power += (heardFrom(nearness, strike) * this.#strikeLevel(strike, since)) ** 2;
    }
    const near = 10 ** ((NEAR_DB * nearness) / 20);
    return near * coming(since) * (1 + power / EVEN.power) ** (-EVEN.strength / 2);
  }

  #strikeLevel(strike: number, since: number): number {
    const course = swelling(
      since - (this.#atSeconds[strike] ?? 0),
      this.#riseSeconds[strike] ?? 1,
      this.#fallSeconds[strike] ?? 1,
    );
    return STRIKE_GAIN * (this.#level[strike] ?? 0) * course * ending(since);
  }

  #rumbleLevel(since: number): number {
    return swelling(since - 0.5, RUMBLE_SECONDS.rise, RUMBLE_SECONDS.fall) * ending(since);
  }

  #addStrike(
    left: Float64Array,
    right: Float64Array,
    block: number,
    strike: number,
    from: number,
    to: number,
  ): void {
    const noise = this.#noise;
    fillGaussian(noise, this.#seed, block, 2 + strike);
    this.#strikes[strike]?.process(noise);
    const angle = ((this.#pan[strike] ?? 0) + 1) * 0.25 * Math.PI;
    const step = (to - from) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const sample = (from + step * i) * (noise[i] ?? 0);
      left[i] = (left[i] ?? 0) + Math.cos(angle) * sample;
      right[i] = (right[i] ?? 0) + Math.sin(angle) * sample;
    }
  }

  #addRumble(out: Float64Array, side: 0 | 1, block: number, from: number, to: number): void {
    const noise = this.#noise;
    fillGaussian(noise, this.#seed, block, side);
    for (const filter of this.#rumble[side] ?? []) filter.process(noise);
    const step = (to - from) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const level = from + step * i;
      noise[i] = Math.tanh(RUMBLE_DRIVE * level * (noise[i] ?? 0));
    }
    for (const filter of this.#top[side] ?? []) filter.process(noise);
    for (let i = 0; i < BLOCK_FRAMES; i++) out[i] = (out[i] ?? 0) + RUMBLE_OUT.gain * (noise[i] ?? 0);
  }
}

/** Part of a strike that is left: the highest are lost on the way from afar. */
function heardFrom(nearness: number, strike: number): number {
  return nearness + (1 - nearness) * (1 - strike / STRIKES) ** 2;
}

/** Pitch of each strike, evenly on a logarithmic scale. */
function strikeHz(strike: number): number {
  return STRIKE_HZ.low * (STRIKE_HZ.high / STRIKE_HZ.low) ** (strike / (STRIKES - 1));
}

/** From nothing up to 1 over `rise` seconds, evenly to the ear, and down again by e in each `fall` seconds. */
function swelling(since: number, rise: number, fall: number): number {
  if (since <= 0) return 0;
  if (since >= rise) return Math.exp((rise - since) / fall);
  const part = since / rise;
  return 10 ** (-1.6 * (1 - part) ** 2) * Math.min(1, 4 * part);
}

/** The whole roll's own slow beginning, evenly to the ear. */
function coming(since: number): number {
  const left = Math.min(1, Math.max(0, 1 - since / COMING.seconds));
  return 10 ** ((COMING.db * left ** 2) / 20);
}

/** Brings what is left to nothing by the end of the roll. */
function ending(since: number): number {
  return Math.min(1, Math.max(0, (ROLL_SECONDS - since) / 4));
}
