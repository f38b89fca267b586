import { dbToGain } from "./db.ts";
import { EventSlots } from "./event-slots.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { Random } from "./random.ts";
import { Whistle } from "./whistle.ts";

/** What is planned at an absolute frame. */
type PlanAt = (frame: number) => number;

/** One hoot of a call. */
interface Hoot {
  /** From the beginning of the call, seconds. */
  readonly atSeconds: number;
  readonly seconds: number;
  readonly fromHz: number;
  readonly toHz: number;
  /** How far it bends up between, Hz. */
  readonly arcHz: number;
  readonly gainDb: number;
  /** A quaver: how fast and how deep. */
  readonly tremoloHz?: number;
  readonly tremoloDepth?: number;
}

/** Tawny owl: a hoot, three seconds of silence, a short one, and a long quavering one. */
const TAWNY: readonly Hoot[] = [
  { atSeconds: 0, seconds: 0.7, fromHz: 780, toHz: 740, arcHz: 70, gainDb: 0 },
  { atSeconds: 3.7, seconds: 0.25, fromHz: 750, toHz: 740, arcHz: 20, gainDb: -1.5 },
  {
    atSeconds: 4.25,
    seconds: 1.5,
    fromHz: 740,
    toHz: 780,
    arcHz: 60,
    gainDb: 0,
    tremoloHz: 13,
    tremoloDepth: 0.6,
  },
];
/** Great horned owl: five hoots, the second one short. */
const GREAT_HORNED: readonly Hoot[] = [
  { atSeconds: 0, seconds: 0.42, fromHz: 330, toHz: 335, arcHz: 25, gainDb: 0 },
  { atSeconds: 0.75, seconds: 0.22, fromHz: 335, toHz: 340, arcHz: 15, gainDb: 0 },
  { atSeconds: 1.1, seconds: 0.5, fromHz: 335, toHz: 325, arcHz: 30, gainDb: 0 },
  { atSeconds: 2.1, seconds: 0.45, fromHz: 330, toHz: 320, arcHz: 20, gainDb: 0 },
  { atSeconds: 3, seconds: 0.45, fromHz: 325, toHz: 315, arcHz: 20, gainDb: 0 },
];

/** The owls there are, in the order of the choice. */
export const OWL_SPECIES = ["tawny", "great-horned"] as const;
const CALLS = [TAWNY, GREAT_HORNED] as const;
/** At the same level its more and nearer hoots would be the louder ones. */
const SPECIES_DB = [0, -2] as const;

/** From the beginning of a call to its last hoot's beginning, and the longest hoot, seconds. */
const LAST_HOOT_SECONDS = 4.25;
export const HOOT_SECONDS = 1.6;

/** A call comes this long after the last one at the most frequent, seconds. */
const GAP_SECONDS = { least: 30, most: 42 };
export const LEAST_MEAN_GAP_SECONDS = (GAP_SECONDS.least + GAP_SECONDS.most) / 2;

/** An owl swells slowly into its hoot and out of it. */
const EDGES = { attackPart: 0.3, leastAttackSeconds: 0.07, releasePart: 0.45 };
const SECOND_PARTIAL = 0.05;
const THIRD_PARTIAL = 0.02;
/** From call to call, pitch (part), pace (part) and level (dB) stray a little, and it sits elsewhere. */
const PITCH_STRAY = 0.02;
const PACE_STRAY = 0.06;
const LEVEL_STRAY_DB = 0.3;
const WIDTH = 0.6;

/** An owl that calls now and then, from somewhere else each time. */
export class OwlCalls {
  /** Amplitude of a call, in the next block written. */
  gain = 1;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #slots: EventSlots;
  readonly #random = new Random();
  readonly #whistle = new Whistle();
  readonly #grain: Float64Array;
  /** The call that was asked for last: its number and kind, its hoots' beginnings, and how it strays. */
  #slot = Number.NaN;
  #species = 0;
  readonly #hootFrames = new Int32Array(GREAT_HORNED.length);
  #pitch = 1;
  #level = 1;
  #pan = 0;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#slots = new EventSlots(seed, GAP_SECONDS, 2 * LAST_HOOT_SECONDS);
    this.#grain = new Float64Array(Math.ceil(HOOT_SECONDS * sampleRate));
  }

  /**
   * Writes the hoots that begin in the block at `frame`.
   * @param gapSecondsAt mean time between calls planned at an absolute frame: 36 (30..42) to 90 (at most 114)
   * @param speciesAt index of the owl planned at an absolute frame
   */
  write(into: GrainBuffer, frame: number, gapSecondsAt: PlanAt, speciesAt: PlanAt): void {
    const rate = this.#sampleRate;
    const longest = (1 + PACE_STRAY) * LAST_HOOT_SECONDS;
    const count = this.#slots.find(frame / rate - longest, (frame + BLOCK_FRAMES) / rate);
    for (let i = 0; i < count; i++) this.#call(into, frame, i, gapSecondsAt, speciesAt);
  }

  /** @param found which of the slots found it is */
  #call(into: GrainBuffer, frame: number, found: number, gapSecondsAt: PlanAt, speciesAt: PlanAt): void {
    const { startSeconds, slot, rank } = this.#slots;
    const start = Math.round((startSeconds[found] ?? 0) * this.#sampleRate);
    if ((rank[found] ?? 1) >= LEAST_MEAN_GAP_SECONDS / gapSecondsAt(start)) return;
    const species = Math.round(speciesAt(start));
    const hoots = CALLS[species] ?? TAWNY;
    const number = slot[found] ?? 0;
    if (number !== this.#slot || species !== this.#species) this.#compose(number, species, hoots);
    for (let index = 0; index < hoots.length; index++) {
      const at = start + (this.#hootFrames[index] ?? 0);
      const hoot = hoots[index];
      if (hoot && at >= frame && at < frame + BLOCK_FRAMES) this.#hoot(into, at, hoot);
    }
  }

  /** Draws what strays from call to call. */
  #compose(slot: number, species: number, hoots: readonly Hoot[]): void {
    const random = this.#random;
    random.seed(this.#seed, slot, 1);
    this.#slot = slot;
    this.#species = species;
    this.#pitch = 1 + PITCH_STRAY * random.signed();
    const pace = 1 + PACE_STRAY * random.signed();
    this.#level = dbToGain(LEVEL_STRAY_DB * random.signed() + (SPECIES_DB[species] ?? 0));
    this.#pan = WIDTH * random.signed();
    for (let index = 0; index < hoots.length; index++) {
      this.#hootFrames[index] = Math.round(pace * (hoots[index]?.atSeconds ?? 0) * this.#sampleRate);
    }
  }

  #hoot(into: GrainBuffer, at: number, hoot: Hoot): void {
    const whistle = this.#whistle;
    const pitch = this.#pitch;
    whistle.seconds = hoot.seconds;
    whistle.fromHz = pitch * hoot.fromHz;
    whistle.toHz = pitch * hoot.toHz;
    whistle.arcHz = pitch * hoot.arcHz;
    whistle.attackSeconds = Math.max(EDGES.leastAttackSeconds, EDGES.attackPart * hoot.seconds);
    whistle.releaseSeconds = EDGES.releasePart * hoot.seconds;
    whistle.second = SECOND_PARTIAL;
    whistle.third = THIRD_PARTIAL;
    whistle.tremoloHz = hoot.tremoloHz ?? 0;
    whistle.tremoloDepth = hoot.tremoloDepth ?? 0;
    const length = whistle.write(this.#grain, this.#sampleRate);
    into.add(this.#grain, length, at, this.gain * this.#level * dbToGain(hoot.gainDb), this.#pan);
  }
}
