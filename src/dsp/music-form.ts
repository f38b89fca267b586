import { EventSlots } from "./event-slots.ts";
import { seedFor } from "./seed-for.ts";
import type { BlockSeconds } from "./shadowed-note.ts";
import { variedChoice } from "./varied-choice.ts";

/** Notes are whole multiples of this part of the root, also two octaves below their place in the scale. */
export const STEPS_IN_ROOT = 384;
/**
 * Five notes to an octave, just, in 384ths of the root, and no two a semitone apart, so that whatever still rings fits
 * what comes: major pentatonic; lydian, without its fifth and seventh; open, with a fourth; the pentatonic from its sixth.
 */
const SCALES = [
  [384, 432, 480, 576, 640],
  [384, 432, 480, 540, 640],
  [384, 432, 512, 576, 640],
  [320, 384, 432, 480, 576],
] as const;
export const NOTES_IN_SCALE = 5;
const SECTION_SECONDS = { least: 240, most: 480 };
/** Phrases are looked for once in so many seconds. */
const STRETCH_SECONDS = 4;
const PHRASE_SECONDS = { least: 22, most: 38 };

/**
 * The form of music without an end: sections of four to eight minutes, each in a scale of its own, and in them phrases
 * of half a minute. A function of (seed, time).
 */
export class MusicForm {
  /** Phrases found: their number, when they begin, and when the next one does, seconds. */
  readonly phrase: Float64Array;
  readonly startSeconds: Float64Array;
  readonly endSeconds: Float64Array;
  readonly #seed: number;
  readonly #sections: EventSlots;
  readonly #phrases: EventSlots;
  readonly #soundSeconds: number;
  #stretch = Number.NaN;
  #found = 0;

  /** @param soundSeconds how long before its phrase and after it a note can be heard */
  constructor(seed: number, soundSeconds: number) {
    const longest = 2 * (PHRASE_SECONDS.most + soundSeconds) + STRETCH_SECONDS + 1;
    this.#seed = seedFor(seed, "scales");
    this.#sections = new EventSlots(seedFor(seed, "sections"), SECTION_SECONDS, SECTION_SECONDS.most + 1);
    this.#phrases = new EventSlots(seedFor(seed, "phrases"), PHRASE_SECONDS, longest);
    this.#soundSeconds = soundSeconds;
    this.phrase = this.#phrases.slot;
    this.startSeconds = this.#phrases.startSeconds;
    this.endSeconds = new Float64Array(this.startSeconds.length);
  }

  /** Finds the phrases that can be heard in a block, and some around them. @returns how many there are */
  find({ from }: BlockSeconds): number {
    const stretch = Math.floor(from / STRETCH_SECONDS);
    if (stretch !== this.#stretch) {
      this.#stretch = stretch;
      const at = stretch * STRETCH_SECONDS;
      const reach = PHRASE_SECONDS.most + this.#soundSeconds;
      // The last one found only says when the one before it ends.
      this.#found = this.#phrases.find(at - reach, at + STRETCH_SECONDS + 1 + reach) - 1;
      for (let i = 0; i < this.#found; i++) this.endSeconds[i] = this.startSeconds[i + 1] ?? 0;
    }
    return this.#found;
  }

  /** Number of the section that a time lies in. */
  sectionAt(seconds: number): number {
    const count = this.#sections.find(seconds - SECTION_SECONDS.most, seconds + 1e-9);
    return this.#sections.slot[count - 1] ?? 0;
  }

  /** A note of a section's scale, in 384ths of the root. @param degree 0 is the scale's lowest; any whole number */
  stepsAt(section: number, degree: number): number {
    const scale = SCALES[variedChoice(this.#seed, section, SCALES.length)] ?? SCALES[0];
    const octave = Math.floor(degree / NOTES_IN_SCALE);
    return (scale[degree - octave * NOTES_IN_SCALE] ?? STEPS_IN_ROOT) * 2 ** octave;
  }
}
