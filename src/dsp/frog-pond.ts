import { dbToGain } from "./db.ts";
import { EventSlots } from "./event-slots.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { Random } from "./random.ts";
import { seedFor } from "./seed-for.ts";
import { Weather } from "./weather.ts";
import { Whistle } from "./whistle.ts";

/** One tone of a call; several make up a call. */
interface Tone {
  readonly fromHz: number;
  readonly toHz: number;
  readonly gainDb: number;
  /** Amplitude of its second partial. */
  readonly second?: number;
}

interface Species {
  readonly seconds: number;
  /** Mean time from one call of a male to his next, seconds. */
  readonly periodSeconds: number;
  readonly attackSeconds: number;
  readonly releaseSeconds: number;
  readonly tones: readonly Tone[];
  /** Pulses of the call, per second, and how deep. */
  readonly pulseHz: number;
  readonly pulseDepth: number;
  readonly males: number;
  readonly gainDb: number;
}

/** Green treefrog: a short nasal note at 0.9 and 3 kHz, rough with 300 Hz. */
const GREEN: Species = {
  seconds: 0.17,
  periodSeconds: 0.9,
  attackSeconds: 0.03,
  releaseSeconds: 0.06,
  tones: [
    { fromHz: 880, toHz: 915, gainDb: 0 },
    { fromHz: 2960, toHz: 3030, gainDb: -11 },
  ],
  pulseHz: 300,
  pulseDepth: 0.55,
  males: 5,
  gainDb: 0,
};
/** Gray treefrog: a trill of half a second, at 1.1 and 2.2 kHz. */
const GRAY: Species = {
  seconds: 0.46,
  periodSeconds: 3.6,
  attackSeconds: 0.08,
  releaseSeconds: 0.1,
  tones: [{ fromHz: 1080, toHz: 1120, gainDb: 0, second: 0.4 }],
  pulseHz: 24,
  pulseDepth: 0.95,
  males: 4,
  gainDb: -3.5,
};
/** Spring peeper: a whistle that rises to 2.9 kHz, once a second. */
const PEEPER: Species = {
  seconds: 0.12,
  periodSeconds: 1,
  attackSeconds: 0.035,
  releaseSeconds: 0.035,
  tones: [{ fromHz: 2780, toHz: 2960, gainDb: 0 }],
  pulseHz: 0,
  pulseDepth: 0,
  males: 5,
  gainDb: -7,
};

/** The kinds of frogs in a pond, in the order in which their amounts are given. */
export const FROG_SPECIES = [GREEN, GRAY, PEEPER] as const;
export const LONGEST_FROG_CALL_SECONDS = 0.5;

/** How far a gap between calls strays from its mean, and a pitch from its kind's, parts. */
const GAP_STRAY = 0.12;
const PITCH_SPREAD = 0.035;
const CALL_SPREAD = 0.02;
/** The farthest male of a kind is so much softer than the nearest. */
const FARTHEST_DB = -3;
const WIDTH = 0.85;
/** Males fall silent for some seconds where their mood sinks under this, in deviations. */
const SILENT_MOOD = -1.35;
const MOOD_SECONDS = { slowest: 10, fastest: 2.5 };

/** A pond with frogs of three kinds. The males of a kind take turns, and each rests at times. */
export class FrogPond {
  /** Where the calls of the last block written begin, frames, and which kind's they are. */
  readonly startFrame: Float64Array;
  readonly species: Float64Array;
  /** How many of each kind call in the next block written, 0..1. */
  readonly amounts = Float64Array.from(FROG_SPECIES, () => 1);
  readonly #sampleRate: number;
  readonly #gain: number;
  readonly #males: readonly Male[];
  readonly #random = new Random();
  readonly #whistle = new Whistle();
  readonly #grain: Float64Array;

  /** @param gain amplitude of the loudest calls */
  constructor(seed: number, sampleRate: number, gain: number) {
    this.#sampleRate = sampleRate;
    this.#gain = gain;
    this.#males = FROG_SPECIES.flatMap(({ males }, species) =>
      Array.from({ length: males }, (_, index) =>
        makeMale(seedFor(seed, `frog ${species} ${index}`), species, index),
      ),
    );
    this.startFrame = new Float64Array(this.#males.length);
    this.species = new Float64Array(this.#males.length);
    this.#grain = new Float64Array(Math.ceil(LONGEST_FROG_CALL_SECONDS * sampleRate));
  }

  /** Writes the calls that begin in the block at `frame`. @returns how many begin */
  write(into: GrainBuffer, frame: number): number {
    const rate = this.#sampleRate;
    let count = 0;
    for (const male of this.#males) {
      const { males } = FROG_SPECIES[male.species] ?? GREEN;
      if ((this.amounts[male.species] ?? 0) * males <= male.index) continue;
      // He comes later than the first of his kind by his share of the period: so they take turns.
      const late = male.lateSeconds;
      if (male.slots.find(frame / rate - late, (frame + BLOCK_FRAMES) / rate - late) === 0) continue;
      const seconds = (male.slots.startSeconds[0] ?? 0) + late;
      if (male.mood.at(seconds) < SILENT_MOOD) continue;
      const start = Math.round(seconds * rate);
      this.#random.seed(male.seed, male.slots.slot[0] ?? 0, 1);
      this.#call(into, start, male);
      this.species[count] = male.species;
      this.startFrame[count++] = start;
    }
    return count;
  }

  #call(into: GrainBuffer, start: number, male: Male): void {
    const whistle = this.#whistle;
    const kind = FROG_SPECIES[male.species] ?? GREEN;
    const presence = Math.min(1, (this.amounts[male.species] ?? 0) * kind.males - male.index);
    const gain = this.#gain * presence * male.gain * dbToGain(kind.gainDb);
    const pitch = male.pitch * (1 + CALL_SPREAD * this.#random.signed());
    whistle.seconds = kind.seconds * (1 + 0.08 * this.#random.signed());
    whistle.attackSeconds = kind.attackSeconds;
    whistle.releaseSeconds = kind.releaseSeconds;
    whistle.tremoloHz = kind.pulseHz * pitch;
    whistle.tremoloDepth = kind.pulseDepth;
    for (const tone of kind.tones) {
      whistle.fromHz = pitch * tone.fromHz;
      whistle.toHz = pitch * tone.toHz;
      whistle.second = tone.second ?? 0.03;
      const length = whistle.write(this.#grain, this.#sampleRate);
      into.add(this.#grain, length, start, gain * dbToGain(tone.gainDb), male.pan);
    }
  }
}

interface Male {
  readonly seed: number;
  readonly species: number;
  readonly index: number;
  readonly slots: EventSlots;
  readonly lateSeconds: number;
  readonly pitch: number;
  readonly gain: number;
  /** -1 left .. 1 right. */
  readonly pan: number;
  readonly mood: Weather;
}

function makeMale(seed: number, species: number, index: number): Male {
  const { periodSeconds, males } = FROG_SPECIES[species] ?? GREEN;
  const gaps = { least: (1 - GAP_STRAY) * periodSeconds, most: (1 + GAP_STRAY) * periodSeconds };
  const side = (index + species) % 2 === 0 ? 1 : -1;
  return {
    seed,
    species,
    index,
    slots: new EventSlots(seed, gaps, 0.1),
    lateSeconds: (periodSeconds * index) / males,
    pitch: 1 + PITCH_SPREAD * (2 * hashUnit(seed, 0, 2) - 1),
    gain: dbToGain((FARTHEST_DB * index) / (males - 1)),
    pan: side * WIDTH * (0.2 + 0.8 * hashUnit(seed, 0, 3)),
    mood: new Weather(seed, MOOD_SECONDS.slowest, MOOD_SECONDS.fastest),
  };
}
