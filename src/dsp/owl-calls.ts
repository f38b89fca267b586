import { dbToGain } from "./db.ts";
import { EventSlots } from "./event-slots.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { Random } from "./random.ts";
import { Whistle } from "./whistle.ts";

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
  { atSeconds: 3.7, seconds: 0.25, fromHz: 750, toHz: 740, arcHz: 20, gainDb: -3 },
  {
    atSeconds: 4.25,
    seconds: 1.5,
    fromHz: 740,
    toHz: 780,
    arcHz: 60,
    gainDb: 0.5,
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
  write(
    into: GrainBuffer,
    frame: number,
    gapSecondsAt: (frame: number) => number,
    speciesAt: (frame: number) => number,
  ): void {
    const rate = this.#sampleRate;
    const { startSeconds, slot, rank } = this.#slots;
    const longest = (1 + PACE_STRAY) * LAST_HOOT_SECONDS;
    const count = this.#slots.find(frame / rate - longest, (frame + BLOCK_FRAMES) / rate);
    for (let i = 0; i < count; i++) {
      const start = Math.round((startSeconds[i] ?? 0) * rate);
      if ((rank[i] ?? 1) >= LEAST_MEAN_GAP_SECONDS / gapSecondsAt(start)) continue;
      this.#call(into, frame, start, slot[i] ?? 0, Math.round(speciesAt(start)));
    }
  }

  #call(into: GrainBuffer, frame: number, start: number, slot: number, species: number): void {
    const random = this.#random;
    random.seed(this.#seed, slot, 1);
    const pitch = 1 + PITCH_STRAY * random.signed();
    const pace = 1 + PACE_STRAY * random.signed();
    const level = this.gain * dbToGain(LEVEL_STRAY_DB * random.signed() + (SPECIES_DB[species] ?? 0));
    const pan = WIDTH * random.signed();
    for (const hoot of CALLS[species] ?? TAWNY) {
      const at = start + Math.round(pace * hoot.atSeconds * this.#sampleRate);
      if (at < frame || at >= frame + BLOCK_FRAMES) continue;
      const length = this.#hoot(hoot, pitch);
      into.add(this.#grain, length, at, level * dbToGain(hoot.gainDb), pan);
    }
  }

  #hoot(hoot: Hoot, pitch: number): number {
    const whistle = this.#whistle;
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
    return whistle.write(this.#grain, this.#sampleRate);
  }
}
