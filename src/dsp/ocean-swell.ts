import { dbToGain } from "./db.ts";
import { BLOCK_FRAMES, type ParamAt } from "./layer.ts";
import { seedFor } from "./seed-for.ts";
import { SmoothParam } from "./smooth-param.ts";
import type { SurfLevels } from "./surf.ts";
import { SwellVoice } from "./swell-voice.ts";
import { WaveClock } from "./wave-clock.ts";
import { type Sea, WaveVoice } from "./wave-voice.ts";
import { Weather } from "./weather.ts";

export type OceanParam = "breath" | "swell" | "size" | "periodSeconds" | "foam";

/** Places on the beach: average length of a set there (seconds), direction (-1 left .. 1 right), and loudness. */
const PLACES = [
  { setSeconds: 61, pan: -0.15, gain: 1 },
  { setSeconds: 67, pan: -0.7, gain: 0.6 },
  { setSeconds: 71, pan: 0.75, gain: 0.6 },
] as const;
/** What size and foam (0..1) make of a wave's height and of its foam: a factor, 1 in the middle. */
const FACTOR = { size: { least: 0.7, rise: 0.6 }, foam: { least: 0.1, rise: 1.8 } };
/** Turbulence of the surf: one deviation, dB, and its slowest and fastest knots, seconds. */
const FLUTTER_DB = 1.3;
/** A sea that breathes is smoother, so that the breath is heard: this part of the turbulence goes. */
const SMOOTHED = 0.6;
/** It never lifts or lowers the surf by more than so many deviations: from a dip a wave would rise too quickly. */
const FLUTTER_MOST = 1.3;
const FLUTTER_SECONDS = { slowest: 0.6, fastest: 0.07 };

/** How loud body and foam of the surf are on either side: natural waves, the breath's swell, or a mixture. */
export class OceanSwell {
  readonly left: Side;
  readonly right: Side;
  readonly #sampleRate: number;
  readonly #amount: SmoothParam<OceanParam>;
  readonly #breath: SwellVoice;
  readonly #clock: WaveClock;
  readonly #sea: PlannedSea;
  #paramAt: ParamAt<OceanParam> = () => 0;
  /** Part of the breath in what is heard. */
  #breathing = 0;
  readonly #places: readonly { voice: WaveVoice; left: number; right: number }[];
  #nextFrame = Number.NaN;

  constructor(seed: number, sampleRate: number) {
    this.left = new Side(seedFor(seed, "ocean/flutter left"));
    this.right = new Side(seedFor(seed, "ocean/flutter right"));
    this.#sampleRate = sampleRate;
    this.#sea = new PlannedSea(sampleRate);
    this.#amount = new SmoothParam("breath", sampleRate);
    this.#breath = new SwellVoice(sampleRate);
    this.#clock = new WaveClock(sampleRate, (frame) => this.#paramAt("periodSeconds", frame));
    this.#places = PLACES.map(({ setSeconds, pan, gain }, index) => ({
      voice: new WaveVoice(seedFor(seed, `ocean/place ${index}`), setSeconds),
      left: gain * Math.cos((pan + 1) * 0.25 * Math.PI) * Math.SQRT2,
      right: gain * Math.sin((pan + 1) * 0.25 * Math.PI) * Math.SQRT2,
    }));
  }

  /** Sets `left` and `right` for the block that begins at `frame`. */
  read(paramAt: ParamAt<OceanParam>, frame: number): void {
    this.#paramAt = paramAt;
    this.#sea.paramAt = paramAt;
    this.#amount.read(paramAt, frame);
    if (frame !== this.#nextFrame) {
      this.#breath.reset();
      this.#clock.reset();
      this.#breathing = this.#amount.from;
      this.#advance(paramAt, frame);
    }
    this.#nextFrame = frame + BLOCK_FRAMES;
    this.#breathing = this.#amount.to;
    this.#advance(paramAt, this.#nextFrame);
  }

  #advance(paramAt: ParamAt<OceanParam>, frame: number): void {
    const amount = this.#breathing;
    this.#sea.frame = frame;
    this.#clock.read(frame);
    const breath = this.#breath;
    breath.body = breath.foam = 0;
    if (amount > 0) {
      breath.read(paramAt, frame);
      this.#sea.age = 0;
      this.#sea.read();
      breath.foam *= this.#sea.foam;
    }
    let leftBody = 0;
    let rightBody = 0;
    let leftFoam = 0;
    let rightFoam = 0;
    for (let i = 0; i < this.#places.length; i++) {
      const place = this.#places[i];
      if (!place) continue;
      const { voice } = place;
      voice.read(this.#clock, this.#sea);
      leftBody += (place.left * voice.body) ** 2;
      rightBody += (place.right * voice.body) ** 2;
      leftFoam += (place.left * voice.foam) ** 2;
      rightFoam += (place.right * voice.foam) ** 2;
    }
    const flutter = FLUTTER_DB * (1 - SMOOTHED * amount);
    const { left, right } = this;
    left.shift();
    left.bodyTo = mix(leftBody, breath.body, amount);
    left.foamTo = mix(leftFoam, breath.foam, amount);
    left.flutterDb = flutter;
    left.waver(frame, this.#sampleRate);
    right.shift();
    right.bodyTo = mix(rightBody, breath.body, amount);
    right.foamTo = mix(rightFoam, breath.foam, amount);
    right.flutterDb = flutter;
    right.waver(frame, this.#sampleRate);
  }
}

/** What the planned size and foam were when a wave began to rise. */
class PlannedSea implements Sea {
  frame = 0;
  age = 0;
  size = 1;
  foam = 1;
  paramAt: ParamAt<OceanParam> = () => 0;
  readonly #sampleRate: number;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  read(): void {
    const frame = Math.round(this.frame - this.age * this.#sampleRate);
    this.size = FACTOR.size.least + FACTOR.size.rise * this.paramAt("size", frame);
    this.foam = FACTOR.foam.least + FACTOR.foam.rise * this.paramAt("foam", frame);
  }
}

/** Amplitude between the natural sea's (given as power) and the breath's. */
function mix(naturalPower: number, breath: number, amount: number): number {
  const natural = Math.min(1, Math.sqrt(naturalPower));
  return natural + amount * (breath - natural);
}

class Side implements SurfLevels {
  bodyFrom = 0;
  bodyTo = 0;
  foamFrom = 0;
  foamTo = 0;
  flutterFrom = 1;
  flutterTo = 1;
  /** One deviation of the turbulence. */
  flutterDb = 0;
  readonly #flutter: Weather;

  constructor(seed: number) {
    this.#flutter = new Weather(seed, FLUTTER_SECONDS.slowest, FLUTTER_SECONDS.fastest);
  }

  /** The block's end becomes the next one's beginning. */
  shift(): void {
    this.bodyFrom = this.bodyTo;
    this.foamFrom = this.foamTo;
    this.flutterFrom = this.flutterTo;
  }

  waver(frame: number, sampleRate: number): void {
    this.#flutter.read(frame, sampleRate);
    const deviations = Math.max(-FLUTTER_MOST, Math.min(FLUTTER_MOST, this.#flutter.from));
    this.flutterTo = dbToGain(this.flutterDb * deviations);
  }
}
