import { hashUnit } from "./hash.ts";
import { type MusicForm, STEPS_IN_ROOT } from "./music-form.ts";
import { type BlockSeconds, ShadowedNote } from "./shadowed-note.ts";

/** Every note of the melody lies within these, Hz. */
const RANGE_HZ = { lowest: 110, highest: 660 };
/** The note that a phrase lies on is within an octave of the lowest. */
const GROUND_HIGHEST_HZ = 220;
export const GAP_SECONDS = { least: 2, most: 8 };
/** A melody's gaps, so that even the one across the end of a phrase is no longer than the most. */
const MELODY_GAP_SECONDS = { least: GAP_SECONDS.least, most: GAP_SECONDS.most - GAP_SECONDS.least };
/** More than can be in a phrase. */
const MOST_NOTES = 20;
/** Chance of a step by so many degrees: mostly to a neighbour. */
const STEPS = [
  { by: -2, chance: 0.16 },
  { by: -1, chance: 0.28 },
  { by: 0, chance: 0.08 },
  { by: 1, chance: 0.28 },
  { by: 2, chance: 0.16 },
  { by: 3, chance: 0.04 },
] as const;
/** Melodies stay about so many degrees above the root; farther off, one step in two leads back. */
const CENTRE_DEGREE = 4;
const FAR_DEGREES = 4;
/** A section has so many motifs; a note of a phrase is as in its motif this often. */
const MOTIFS = 3;
const AS_IN_MOTIF = 0.7;
const WIDTH = 0.7;
const USUAL_ROOT_HZ = 220;
/** Notes differ in strength by so much, amplitude; higher ones are softer by this power of their pitch. */
const WEAKEST = 0.8;
const PITCH_POWER = 0.12;

/** What the plan says at a frame. */
export interface MusicPlan {
  gapSecondsAt(seconds: number): number;
  rootHzAt(seconds: number): number;
  /** The part of the melody's notes that is left. */
  eventsAt(seconds: number): number;
}

/**
 * A phrase: a low note to lie on, and a walk over its scale above it, begun anew from (seed, number). It is written
 * only as far as it is asked for, so that it never reads what is not yet planned.
 */
export class MusicPhrase {
  readonly ground: ShadowedNote;
  readonly notes: readonly ShadowedNote[];
  /** When each note begins, seconds. */
  readonly noteSeconds = new Float64Array(MOST_NOTES);
  /** Notes written so far. */
  count = 0;
  readonly #seed: number;
  readonly #form: MusicForm;
  #number = Number.NaN;
  #section = 0;
  #degree = 0;
  #nextSeconds = 0;
  /** No note begins later. */
  #lastSeconds = 0;

  constructor(seed: number, form: MusicForm, table: Float64Array) {
    this.#seed = seed;
    this.#form = form;
    this.ground = new ShadowedNote(table);
    this.notes = Array.from({ length: MOST_NOTES }, () => new ShadowedNote(table));
  }

  /** Forgets what is written. */
  reset(): void {
    this.#number = Number.NaN;
  }

  /** Becomes a phrase that the form has found, unwritten; nothing where it is that one already. */
  set(found: number, plan: MusicPlan): void {
    const number = this.#form.phrase[found] ?? 0;
    if (number === this.#number) return;
    const startSeconds = this.#form.startSeconds[found] ?? 0;
    this.#number = number;
    this.#section = this.#form.sectionAt(startSeconds);
    this.#lastSeconds = (this.#form.endSeconds[found] ?? 0) - GAP_SECONDS.least;
    this.count = 0;
    this.#degree = Math.floor(6 * this.#chance(0, 1));
    this.#nextSeconds = startSeconds;
    const rootHz = plan.rootHzAt(startSeconds);
    const lows = [0, 3, 4] as const;
    const low = this.#form.stepsAt(this.#section, lows[Math.floor(3 * this.#chance(0, 2))] ?? 0);
    const steps = within(low, rootHz, RANGE_HZ.lowest, GROUND_HIGHEST_HZ);
    this.ground.set(steps, 1, (steps * USUAL_ROOT_HZ) / STEPS_IN_ROOT, 2 * this.#chance(0, 3) - 1, 0, 0);
  }

  /** Writes the notes that begin before the end of a block. */
  writeTo({ to }: BlockSeconds, plan: MusicPlan): void {
    const end = Math.min(to, this.#lastSeconds);
    while (this.count < MOST_NOTES && this.#nextSeconds < end) this.#write(plan);
  }

  #write(plan: MusicPlan): void {
    const index = this.count++;
    const at = this.#nextSeconds;
    const lowSteps = this.#form.stepsAt(this.#section, this.#degree);
    const steps = within(lowSteps, plan.rootHzAt(at), RANGE_HZ.lowest, RANGE_HZ.highest);
    const pan = WIDTH * (2 * this.#chance(index, 4) - 1);
    const strength = WEAKEST + (1 - WEAKEST) * this.#chance(index, 5);
    const heard = this.#chance(index, 12) < plan.eventsAt(at) ? 1 : 0;
    const gain = heard * strength * (STEPS_IN_ROOT / steps) ** PITCH_POWER;
    const usualHz = (steps * USUAL_ROOT_HZ) / STEPS_IN_ROOT;
    this.notes[index]?.set(steps, gain, usualHz, 2 * this.#chance(index, 6) - 1, pan, (index + 0.5) / 4);
    this.noteSeconds[index] = at;
    this.#nextSeconds = at + this.#gap(index, plan.gapSecondsAt(at));
    this.#degree += this.#step(index);
  }

  /** From 2 to 6 s, in the mean as planned. */
  #gap(index: number, meanSeconds: number): number {
    const { least, most } = MELODY_GAP_SECONDS;
    const power = (most - least) / (meanSeconds - least) - 1;
    return least + (most - least) * this.#chance(index, 7) ** power;
  }

  /** The next step of the walk: as in the motif, mostly. */
  #step(index: number): number {
    const motif = Math.floor(MOTIFS * this.#chance(0, 8));
    const own = this.#chance(index, 9) >= AS_IN_MOTIF;
    let chance = own
      ? this.#chance(index, 10)
      : hashUnit(this.#seed, this.#section, MOTIFS * index + motif, 11);
    const off = this.#degree - CENTRE_DEGREE;
    if (Math.abs(off) >= FAR_DEGREES)
      return off > 0 ? -1 - Math.floor(2 * chance) : 1 + Math.floor(2 * chance);
    for (const step of STEPS) {
      chance -= step.chance;
      if (chance < 0) return step.by;
    }
    return 1;
  }

  #chance(index: number, what: number): number {
    return hashUnit(this.#seed, this.#number, index, what);
  }
}

/** The note in that octave that brings it between two pitches, an octave apart or more. */
function within(steps: number, rootHz: number, lowestHz: number, highestHz: number): number {
  let folded = steps;
  while ((folded * rootHz) / STEPS_IN_ROOT > highestHz) folded /= 2;
  while ((folded * rootHz) / STEPS_IN_ROOT < lowestHz) folded *= 2;
  return folded;
}
