import type { PlannedPhase } from "./planned-phase.ts";
import { TableVoice } from "./table-voice.ts";

/** The shadow: softer, and so many cents off where the root is the usual one. */
const SHADOW = { gain: 0.35, fewestCents: 2.5, mostCents: 5 };

/** A block's first frame and the next block's, seconds. */
export interface BlockSeconds {
  readonly from: number;
  readonly to: number;
}

/** One just note, a whole multiple of a phase that may glide, and athwart it its detuned shadow. */
export class ShadowedNote {
  /** Level at the first frame of the block and of the next. */
  levelFrom = 0;
  levelTo = 0;
  #multiple = 1;
  #offHz = 0;
  #gain = 0;
  #turns = 0;
  readonly #own: TableVoice;
  readonly #shadow: TableVoice;

  /** @param table from `waveTable` */
  constructor(table: Float64Array) {
    this.#own = new TableVoice(table);
    this.#shadow = new TableVoice(table);
  }

  /**
   * @param multiple of the phase, a whole number
   * @param gain of the note without its shadow
   * @param usualHz what the note is at the usual root: the shadow is off by a fixed number of Hz
   * @param detune -1..1: below 0 the shadow is lower; at 0 it is off by the fewest cents, at 1 by the most
   * @param pan -1..1
   * @param turns phase: notes of one pitch a quarter turn apart add their powers
   */
  set(multiple: number, gain: number, usualHz: number, detune: number, pan: number, turns: number): void {
    const cents = SHADOW.fewestCents + (SHADOW.mostCents - SHADOW.fewestCents) * Math.abs(detune);
    this.#multiple = multiple;
    this.#turns = turns;
    this.#gain = gain;
    this.#offHz = (detune < 0 ? -1 : 1) * usualHz * (2 ** (cents / 1200) - 1);
    this.#own.place(pan);
    this.#shadow.placeAthwart(pan);
  }

  /** Adds a block, its gain running from `levelFrom` to `levelTo`. */
  add(left: Float64Array, right: Float64Array, phase: PlannedPhase, seconds: BlockSeconds): void {
    const own = this.#own;
    const shadow = this.#shadow;
    own.follow(phase, this.#multiple, this.#turns, this.#turns);
    shadow.follow(phase, this.#multiple, this.#offHz * seconds.from, this.#offHz * seconds.to);
    own.gainFrom = this.#gain * this.levelFrom;
    own.gainTo = this.#gain * this.levelTo;
    shadow.gainFrom = SHADOW.gain * own.gainFrom;
    shadow.gainTo = SHADOW.gain * own.gainTo;
    own.add(left, right);
    shadow.add(left, right);
  }
}
