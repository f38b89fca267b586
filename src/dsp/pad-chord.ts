import { hashUnit } from "./hash.ts";
import type { PlannedPhase } from "./planned-phase.ts";
import { TableVoice } from "./table-voice.ts";

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
/** A note above the lowest sounds an octave higher this often, as long as it stays below {@link HIGHEST}. */
const RAISED = 0.35;
const HIGHEST = 80;
/** Beside each note, at the other ear, a softer one so many cents off (at a root of {@link MIDDLE_ROOT_HZ}). */
const SHADOW = { gain: 0.6, fewestCents: 2.5, mostCents: 5 };
const MIDDLE_ROOT_HZ = 110;
const WIDTH = 0.75;
/** Notes of a chord come and go up to so much before and after its middle. */
const STRAY_SECONDS = 2;

/** One note: itself, and its shadow. */
class PadNote {
  /** When it is loudest, seconds from the chord's middle. */
  straySeconds = 0;
  #multiple: number = NOTES_IN_ROOT;
  #offHz = 0;
  #gain = 0;
  readonly #own: TableVoice;
  readonly #shadow: TableVoice;

  constructor(table: Float64Array) {
    this.#own = new TableVoice(table);
    this.#shadow = new TableVoice(table);
  }

  /** @param lowest whether it is the bass: in the middle, and never raised */
  set(multiple: number, lowest: boolean, seed: number, chord: number, index: number): void {
    const isRaised = !lowest && 2 * multiple <= HIGHEST && hashUnit(seed, chord, index, 1) < RAISED;
    const cents =
      SHADOW.fewestCents + (SHADOW.mostCents - SHADOW.fewestCents) * hashUnit(seed, chord, index, 2);
    const side = hashUnit(seed, chord, index, 3) < 0.5 ? -1 : 1;
    this.#multiple = isRaised ? 2 * multiple : multiple;
    this.#offHz = side * this.#multiple * (MIDDLE_ROOT_HZ / NOTES_IN_ROOT) * (2 ** (cents / 1200) - 1);
    this.#gain = Math.sqrt(NOTES_IN_ROOT / this.#multiple);
    this.straySeconds = STRAY_SECONDS * (2 * hashUnit(seed, chord, index, 4) - 1);
    this.#own.place((lowest ? 0.2 : WIDTH) * -side);
    this.#shadow.place(WIDTH * side);
  }

  /** Adds a block. @param levelFrom 0..1, at the first frame @param levelTo at the first frame of the next block */
  add(
    left: Float64Array,
    right: Float64Array,
    phase: PlannedPhase,
    seconds: { readonly from: number; readonly to: number },
    levelFrom: number,
    levelTo: number,
  ): void {
    const own = this.#own;
    const shadow = this.#shadow;
    own.follow(phase, this.#multiple, 0, 0);
    shadow.follow(phase, this.#multiple, this.#offHz * seconds.from, this.#offHz * seconds.to);
    own.gainFrom = this.#gain * levelFrom;
    own.gainTo = this.#gain * levelTo;
    shadow.gainFrom = SHADOW.gain * own.gainFrom;
    shadow.gainTo = SHADOW.gain * own.gainTo;
    own.add(left, right);
    shadow.add(left, right);
  }
}

/** A chord of the pad, chosen and voiced by its number. */
export class PadChord {
  readonly notes: readonly PadNote[];
  #number = Number.NaN;
  readonly #seed: number;

  constructor(seed: number, table: Float64Array) {
    this.#seed = seed;
    this.notes = CHORDS[0].map(() => new PadNote(table));
  }

  /** Becomes the chord with this number; nothing where it is that one already. */
  set(number: number): void {
    if (number === this.#number) return;
    this.#number = number;
    const chord = CHORDS[chordAt(this.#seed, number)] ?? CHORDS[0];
    for (let index = 0; index < this.notes.length; index++) {
      this.notes[index]?.set(chord[index] ?? NOTES_IN_ROOT, index === 0, this.#seed, number, index);
    }
  }
}

/** Even chords are any; the odd one between two of them is any but the first of these. */
function chordAt(seed: number, number: number): number {
  if (number % 2 === 0) return Math.floor(CHORDS.length * hashUnit(seed, number, 0));
  const step = 1 + Math.floor((CHORDS.length - 1) * hashUnit(seed, number, 0));
  return (chordAt(seed, number - 1) + step) % CHORDS.length;
}
