import { dbToGain } from "./db.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PlannedPhase } from "./planned-phase.ts";
import { Random } from "./random.ts";
import { seedFor } from "./seed-for.ts";
import { Weather } from "./weather.ts";
import { Whistle } from "./whistle.ts";

/** Snowy tree cricket (Oecanthus fultoni): its song at 25 C, and how it changes with the temperature. */
const WARM_C = 25;
/** Dolbear 1897: chirps per minute grow in proportion to how far it is above this. */
const STILL_C = 4;
const CHIRPS_PER_SECOND = 2.95;
const PULSES_PER_SECOND = 52;
const PITCH_HZ = 2700;
const PITCH_HZ_PER_DEGREE = 80;

/** Pulses come in twos and threes, the first ones softer. */
const GROUPS = [2, 3, 3] as const;
const GROUP_DB = [-5, -1.5, 0] as const;
/** Between groups a part of a pulse's time passes in silence. */
const GROUP_REST = 0.6;
/** A pulse is half rise and half fall, and takes up so much of its time. */
const PULSE_PART = 0.92;
/** The pitch sinks by this part in a pulse, as the wings close. */
const PULSE_FALL = 0.015;

export const MOST_MALES = 7;
/** Males keep to the common beat within this part of a period each, and stray by that from chirp to chirp. */
const OFFSET = 0.07;
const JITTER = 0.022;
/** How far males differ in pitch and in the speed of their pulses, and how far a chirp strays in pitch. */
const PITCH_SPREAD = 0.02;
const PULSE_SPREAD = 0.04;
const CHIRP_SPREAD = 0.006;
/** The nearest male is so much louder than the farthest; each turns about and is heard better or worse. */
const FARTHEST_DB = -7;
const TURNING_DB = 0.8;
const TURNING_SECONDS = { slowest: 16, fastest: 4 };

/** Males sit here: halfway to the side a tone of this pitch would reach both ears in opposite phase. */
const NEAR_MIDDLE = 0.2;
const FAR_ASIDE = 1;

/** The longest chirp, of eight pulses and two rests by the slowest male, in periods of the beat. */
const LONGEST_CHIRP_PERIODS = 0.58;

/** Chirps per second at a temperature (Dolbear's law); 0 where crickets fall silent. */
export function chirpRate(temperatureC: number): number {
  return (CHIRPS_PER_SECOND * Math.max(0, temperatureC - STILL_C)) / (WARM_C - STILL_C);
}

/** Pitch of the song at a temperature, Hz. */
export function cricketHz(temperatureC: number): number {
  return PITCH_HZ + PITCH_HZ_PER_DEGREE * (temperatureC - WARM_C);
}

/** How long a chirp can sound from the beginning of the block in which it begins, seconds. */
export function chirpSeconds(coolestC: number): number {
  return LONGEST_CHIRP_PERIODS / chirpRate(coolestC);
}

/**
 * Males of the snowy tree cricket in one meadow. They fall in with each other's chirps, on a beat that follows the
 * temperature, but not with each other's pulses.
 */
export class CricketChorus {
  /** Where the chirps of the last block written begin, frames, and which male's they are. */
  readonly startFrame = new Float64Array(2 * MOST_MALES);
  readonly male = new Float64Array(2 * MOST_MALES);
  /** How many sing in the next block written; a part of one sings softer. */
  males = MOST_MALES;
  temperatureC = WARM_C;
  /** Amplitude of the nearest male. */
  gain = 1;
  readonly #sampleRate: number;
  readonly #beat: PlannedPhase;
  readonly #males: readonly Male[];
  readonly #random = new Random();
  readonly #pulse = new Whistle();
  readonly #grain: Float64Array;

  /** @param temperatureAt planned temperature at an absolute frame, C; 10 or more */
  constructor(seed: number, sampleRate: number, temperatureAt: (frame: number) => number) {
    this.#sampleRate = sampleRate;
    this.#beat = new PlannedPhase(sampleRate, (frame) => chirpRate(temperatureAt(frame)), hashUnit(seed, 1));
    this.#males = Array.from({ length: MOST_MALES }, (_, index) =>
      makeMale(seedFor(seed, `male ${index}`), index),
    );
    this.#grain = new Float64Array(Math.ceil(0.1 * sampleRate));
  }

  reset(): void {
    this.#beat.reset();
  }

  /** Writes the chirps that begin in the block at `frame`. @returns how many begin */
  write(into: GrainBuffer, frame: number): number {
    const beat = this.#beat;
    beat.read(frame);
    const turns = beat.cycle + beat.turns;
    const moved = BLOCK_FRAMES * (beat.rate + 0.5 * beat.slope * BLOCK_FRAMES);
    let count = 0;
    for (const male of this.#males) {
      const presence = Math.min(1, this.males - male.index);
      if (presence <= 0) break;
      const from = turns - male.offset;
      // A chirp strays by less than half a period, so it is that of the beat before or of the one after.
      for (let chirp = Math.floor(from); chirp <= Math.floor(from) + 1; chirp++) {
        const wait = chirp + JITTER * (2 * hashUnit(male.seed, chirp) - 1) - from;
        if (wait < 0 || wait >= moved) continue;
        const start = frame + (wait / moved) * BLOCK_FRAMES;
        this.male[count] = male.index;
        this.startFrame[count] = start;
        this.#chirp(into, count++, male, chirp);
      }
    }
    return count;
  }

  /** @param found which of the block's chirps it is @param chirp its number */
  #chirp(into: GrainBuffer, found: number, male: Male, chirp: number): void {
    const { temperatureC } = this;
    const start = this.startFrame[found] ?? 0;
    const presence = Math.min(1, this.males - male.index);
    const random = this.#random;
    random.seed(male.seed, chirp, 1);
    const pulse = this.#pulse;
    const warmth = chirpRate(temperatureC) / CHIRPS_PER_SECOND;
    const pulseSeconds = 1 / (PULSES_PER_SECOND * male.speed * warmth);
    const hz = cricketHz(temperatureC) * male.pitch * (1 + CHIRP_SPREAD * random.signed());
    pulse.seconds = PULSE_PART * pulseSeconds;
    pulse.attackSeconds = pulse.releaseSeconds = pulse.seconds / 2;
    pulse.fromHz = hz * (1 + PULSE_FALL / 2);
    pulse.toHz = hz * (1 - PULSE_FALL / 2);
    pulse.second = 0.03;
    const length = pulse.write(this.#grain, this.#sampleRate);
    const level =
      this.gain * presence * male.gain * dbToGain(TURNING_DB * male.turning.at(start / this.#sampleRate));
    let seconds = 0;
    for (let group = 0; group < male.groups; group++) {
      const loudness = level * dbToGain(GROUP_DB[group] ?? 0);
      for (let i = 0; i < (GROUPS[group] ?? 0); i++) {
        into.add(this.#grain, length, start + seconds * this.#sampleRate, loudness, male.pan);
        seconds += pulseSeconds;
      }
      seconds += GROUP_REST * pulseSeconds;
    }
  }
}

interface Male {
  readonly index: number;
  readonly seed: number;
  /** Part of the beat's period by which he comes late. */
  readonly offset: number;
  readonly pitch: number;
  readonly speed: number;
  readonly groups: number;
  readonly gain: number;
  /** -1 left .. 1 right. */
  readonly pan: number;
  readonly turning: Weather;
}

function makeMale(seed: number, index: number): Male {
  const side = index % 2 === 0 ? 1 : -1;
  return {
    index,
    seed,
    offset: OFFSET * (2 * hashUnit(seed, 0, 1) - 1),
    pitch: 1 + PITCH_SPREAD * (2 * hashUnit(seed, 0, 2) - 1),
    speed: 1 + PULSE_SPREAD * (2 * hashUnit(seed, 0, 3) - 1),
    groups: index % 3 === 1 ? 2 : 3,
    gain: dbToGain((FARTHEST_DB * index) / (MOST_MALES - 1)),
    pan: side * (index < 2 || index > 4 ? NEAR_MIDDLE : FAR_ASIDE) * (1 - 0.2 * hashUnit(seed, 0, 5)),
    turning: new Weather(seed, TURNING_SECONDS.slowest, TURNING_SECONDS.fastest, { balanced: true }),
  };
}
