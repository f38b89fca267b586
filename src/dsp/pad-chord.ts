import { hashUnit } from "./hash.ts";
import { ShadowedNote } from "./shadowed-note.ts";
import { variedChoice } from "./varied-choice.ts";

/** From the middle of one chord to that of the next. */
export const CHORD_SECONDS = 13;
/** Notes are whole multiples of this part of the root, so that all chords are in just intonation. */
export const NOTES_IN_ROOT = 24;
/** On the root: its triad; the open fifth with a ninth; the sixth and fourth degree; the fifth, open. */
const CHORDS = [
  [24, 36, 48, 60],
  [24, 36, 54, 72],
  [20, 40, 48, 60],
  [16, 32, 40, 48],
  [18, 36, 48, 54],
] as const;
/** A note above the lowest sounds an octave higher this often, as long as it is no higher than {@link HIGHEST_NOTE}. */
const RAISED = 0.35;
export const HIGHEST_NOTE = 80;
const MIDDLE_ROOT_HZ = 110;
/** How far from the middle the bass can lie, and the other notes. */
const WIDTH = { bass: 0.2, others: 0.75 };
/** Notes of a chord come and go up to so much before and after its middle. */
const STRAY_SECONDS = 2;

/** A chord of the pad, chosen and voiced by its number; all are equally strong, and deeper notes lead. */
export class PadChord {
  readonly notes: readonly ShadowedNote[];
  /** When each note is loudest, seconds. */
  readonly middleSeconds: Float64Array;
  #number = Number.NaN;
  readonly #seed: number;

  constructor(seed: number, table: Float64Array) {
    this.#seed = seed;
    this.notes = CHORDS[0].map(() => new ShadowedNote(table));
    this.middleSeconds = new Float64Array(this.notes.length);
  }

  /** Becomes the chord with this number; nothing where it is that one already. */
  set(number: number): void {
    if (number === this.#number) return;
    this.#number = number;
    const chord = CHORDS[variedChoice(this.#seed, number, CHORDS.length)] ?? CHORDS[0];
    let power = 0;
    for (let index = 0; index < this.notes.length; index++) power += 1 / this.#multiple(index, chord);
    for (let index = 0; index < this.notes.length; index++) {
      const multiple = this.#multiple(index, chord);
      this.#setNote(index, multiple, 1 / Math.sqrt(multiple * power));
    }
  }

  #multiple(index: number, chord: readonly number[]): number {
    const low = chord[index] ?? NOTES_IN_ROOT;
    const isRaised = index > 0 && 2 * low <= HIGHEST_NOTE && this.#chance(index, 1) < RAISED;
    return isRaised ? 2 * low : low;
  }

  #setNote(index: number, multiple: number, gain: number): void {
    const pan = (2 * this.#chance(index, 3) - 1) * (index === 0 ? WIDTH.bass : WIDTH.others);
    const usualHz = (multiple * MIDDLE_ROOT_HZ) / NOTES_IN_ROOT;
    this.notes[index]?.set(multiple, gain, usualHz, 2 * this.#chance(index, 2) - 1, pan, 0);
    const stray = STRAY_SECONDS * (2 * this.#chance(index, 4) - 1);
    this.middleSeconds[index] = this.#number * CHORD_SECONDS + stray;
  }

  #chance(index: number, what: number): number {
    return hashUnit(this.#seed, this.#number, index, what);
  }
}
