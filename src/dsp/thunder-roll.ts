import { Biquad, BUTTERWORTH_Q, bandPass, highPass, lowPass } from "./biquad.ts";
import { fillGaussian } from "./gaussian-noise.ts";
import { HALF_FRAMES } from "./half-rate.ts";
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
const RUMBLE_SECONDS = { at: 0.5, rise: 3.5, fall: 3 };
const RUMBLE_HZ = { low: 25, high: 80 };
/** Driving the rumble into a soft limit gives it the tones between 80 and 300 Hz that a small speaker can play. */
const RUMBLE_DRIVE = 7;
const RUMBLE_OUT = { lowHz: 60, highHz: 260, gain: 0.5 };
/** Power from which on a roll is evened out, and by how much of what is above it (in dB); the rumble's own part. */
const EVEN = { power: 0.8, strength: 0.97 };
const RUMBLE_POWER = 1.5;
/** Power of each strike at the same level, the rumble last. */
const POWER = Float64Array.from({ length: STRIKES + 1 }, (_, strike) =>
  strike < STRIKES ? 1 : RUMBLE_POWER ** 2,
);
/** Nearer thunder is brighter, which the ear takes for louder: so much is taken back. */
const NEAR_DB = -2.3;
/** A roll may be softer than the loudest by so much, dB. */
const SOFTER_DB = -1.5;
/** Rolling: how the loudness of all of it wavers, and how quickly. */
const ROLLING = { deviation: 0.12, slowest: 2.4, fastest: 0.4 };

/** One roll of thunder at a time: what is random about it belongs to (seed, number of the roll). */
export class ThunderRoll {
  /** Seconds from the roll's beginning to the block's first frame. */
  since = 0;
  /** 0 far: lower and duller .. 1 near */
  nearness = 0;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #gain: number;
  readonly #random = new Random();
  readonly #rolling: Weather;
  /** By strike, the rumble last. */
  readonly #atSeconds = new Float64Array(STRIKES + 1);
  readonly #riseSeconds = new Float64Array(STRIKES + 1);
  readonly #fallSeconds = new Float64Array(STRIKES + 1);
  readonly #pan = new Float64Array(STRIKES);
  readonly #level = new Float64Array(STRIKES + 1);
  readonly #strikes: Biquad[];
  readonly #rumble: readonly (readonly Biquad[])[];
  readonly #top: readonly (readonly Biquad[])[];
  readonly #noise = new Float64Array(HALF_FRAMES);
  readonly #from = new Float64Array(STRIKES + 1);
  readonly #to = new Float64Array(STRIKES + 1);
  #roll = Number.NaN;
  #isAtRest = true;
  #loudness = 1;

  constructor(seed: number, sampleRate: number) {
    const halfRate = sampleRate / 2;
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#atSeconds[STRIKES] = RUMBLE_SECONDS.at;
    this.#riseSeconds[STRIKES] = RUMBLE_SECONDS.rise;
    this.#fallSeconds[STRIKES] = RUMBLE_SECONDS.fall;
    this.#level[STRIKES] = 1;
    this.#gain = Math.sqrt(halfRate / 48_000);
    this.#rolling = new Weather(seed, ROLLING.slowest, ROLLING.fastest);
    this.#strikes = Array.from(
      { length: STRIKES },
      (_, strike) => new Biquad(bandPass(strikeHz(strike), STRIKE_Q, halfRate)),
    );
    const sides = (make: () => readonly Biquad[]) => [make(), make()];
    this.#rumble = sides(() => [
      new Biquad(highPass(RUMBLE_HZ.low, BUTTERWORTH_Q, halfRate)),
      new Biquad(lowPass(RUMBLE_HZ.high, BUTTERWORTH_Q, halfRate)),
      new Biquad(lowPass(RUMBLE_HZ.high, BUTTERWORTH_Q, halfRate)),
    ]);
    this.#top = sides(() => [
      new Biquad(highPass(RUMBLE_OUT.lowHz, BUTTERWORTH_Q, halfRate)),
      new Biquad(lowPass(RUMBLE_OUT.highHz, BUTTERWORTH_Q, halfRate)),
    ]);
  }

  reset(): void {
    if (this.#isAtRest) return;
    for (const strike of this.#strikes) strike.reset();
    for (const side of this.#rumble) for (const filter of side) filter.reset();
    for (const side of this.#top) for (const filter of side) filter.reset();
    this.#roll = Number.NaN;
    this.#isAtRest = true;
  }

  /** Adds a block of the roll with this number, at half the rate: {@link HALF_FRAMES}. @param frame at the whole rate */
  add(left: Float64Array, right: Float64Array, frame: number, roll: number): void {
    this.#isAtRest = false;
    if (roll !== this.#roll) this.#draw(roll);
    this.#rolling.read(frame, this.#sampleRate);
    this.#measure(this.#from, 0);
    this.#measure(this.#to, BLOCK_FRAMES);
    const block = frame / BLOCK_FRAMES;
    for (let strike = 0; strike < STRIKES; strike++) this.#addStrike(left, right, block, strike);
    this.#addRumble(left, 0, block);
    this.#addRumble(right, 1, block);
  }

  #draw(roll: number): void {
    this.#roll = roll;
    const random = this.#random;
    random.seed(this.#seed, roll);
    this.#loudness = 10 ** ((SOFTER_DB * random.unit()) / 20);
    const { spread, rise, fall } = STRIKE_SECONDS;
    for (let strike = 0; strike < STRIKES; strike++) {
      this.#atSeconds[strike] = spread * random.unit();
      this.#riseSeconds[strike] = rise.least + rise.more * random.unit();
      this.#fallSeconds[strike] = fall.least + fall.more * random.unit();
      this.#pan[strike] = 0.6 * random.signed();
      this.#level[strike] = STRIKE_GAIN * 10 ** ((-8 * random.unit()) / 20);
    }
  }

  /** Writes the gain of each strike, and of the rumble after them, `later` frames after the block's first frame. */
  #measure(levels: Float64Array, later: number): void {
    const since = this.since + later / this.#sampleRate;
    const wavering = later === 0 ? this.#rolling.from : this.#rolling.to;
    const { nearness } = this;
    const ending = Math.min(1, Math.max(0, (ROLL_SECONDS - since) / 4));
    let power = 0;
    for (let strike = 0; strike <= STRIKES; strike++) {
      const level = this.#level[strike] ?? 0;
      const begun = since - (this.#atSeconds[strike] ?? 0);
      const rise = this.#riseSeconds[strike] ?? 1;
      // The highest strikes are lost on the way from afar; the rumble is not.
      const heard = strike < STRIKES ? nearness + (1 - nearness) * (1 - strike / STRIKES) ** 2 : 1;
      // From nothing up to 1 over `rise` seconds, evenly to the ear, and down again by e in each `fall` seconds.
      let course = 0;
      if (begun >= rise) course = Math.exp((rise - begun) / (this.#fallSeconds[strike] ?? 1));
      else if (begun > 0) {
        const part = begun / rise;
        course = 10 ** (-1.6 * (1 - part) ** 2) * Math.min(1, 4 * part);
      }
      const heardLevel = heard * level * course * ending;
      levels[strike] = heardLevel;
      power += (POWER[strike] ?? 0) * heardLevel ** 2;
    }
    // Where strikes fall together, all are softer: no roll stands out above the others.
    const evened = (1 + power / EVEN.power) ** (-EVEN.strength / 2);
    // The whole roll's own slow beginning, evenly to the ear.
    const left = Math.min(1, Math.max(0, 1 - since / COMING.seconds));
    const db = COMING.db * left ** 2 + NEAR_DB * nearness;
    const wavers = Math.exp(ROLLING.deviation * Math.min(1.5, wavering));
    const gain = this.#gain * this.#loudness * wavers * evened * 10 ** (db / 20);
    for (let strike = 0; strike <= STRIKES; strike++) levels[strike] = gain * (levels[strike] ?? 0);
  }

  #addStrike(left: Float64Array, right: Float64Array, block: number, strike: number): void {
    const from = this.#from[strike] ?? 0;
    const to = this.#to[strike] ?? 0;
    const noise = this.#noise;
    fillGaussian(noise, this.#seed, block, 2 + strike);
    this.#strikes[strike]?.process(noise);
    const angle = ((this.#pan[strike] ?? 0) + 1) * 0.25 * Math.PI;
    const toLeft = Math.cos(angle);
    const toRight = Math.sin(angle);
    const step = (to - from) / HALF_FRAMES;
    for (let i = 0; i < HALF_FRAMES; i++) {
      const sample = (from + step * i) * (noise[i] ?? 0);
      left[i] = (left[i] ?? 0) + toLeft * sample;
      right[i] = (right[i] ?? 0) + toRight * sample;
    }
  }

  #addRumble(out: Float64Array, side: 0 | 1, block: number): void {
    const from = this.#from[STRIKES] ?? 0;
    const to = this.#to[STRIKES] ?? 0;
    const noise = this.#noise;
    fillGaussian(noise, this.#seed, block, side);
    for (const filter of this.#rumble[side] ?? []) filter.process(noise);
    const step = (to - from) / HALF_FRAMES;
    for (let i = 0; i < HALF_FRAMES; i++) {
      const level = from + step * i;
      noise[i] = Math.tanh(RUMBLE_DRIVE * level * (noise[i] ?? 0));
    }
    for (const filter of this.#top[side] ?? []) filter.process(noise);
    for (let i = 0; i < HALF_FRAMES; i++) out[i] = (out[i] ?? 0) + RUMBLE_OUT.gain * (noise[i] ?? 0);
  }
}

/** Pitch of each strike, evenly on a logarithmic scale. */
function strikeHz(strike: number): number {
  return STRIKE_HZ.low * (STRIKE_HZ.high / STRIKE_HZ.low) ** (strike / (STRIKES - 1));
}
