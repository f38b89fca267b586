import { BLOCK_FRAMES } from "./layer.ts";
import type { PlannedPhase } from "./planned-phase.ts";
import { TABLE_SIZE } from "./wave-table.ts";

const MASK = TABLE_SIZE - 1;

/**
 * A steady tone at a place between the ears. It has no state: phase and gain are set for each block, as functions of
 * the frame, and then the block is added. (Fields, not arguments: numbers handed over may cost memory.)
 */
export class TableVoice {
  /** Phase at the first frame, turns, 0 or more. */
  turns = 0;
  /** Turns per frame at the first frame, and its change per frame. */
  rate = 0;
  slope = 0;
  /** Gain at the first frame of the block and of the next. */
  gainFrom = 0;
  gainTo = 0;
  readonly #table: Float64Array;
  #left = Math.SQRT1_2;
  #right = Math.SQRT1_2;

  /** @param table from `waveTable` */
  constructor(table: Float64Array) {
    this.#table = table;
  }

  /** @param pan -1 left .. 1 right; the power is the same everywhere */
  place(pan: number): void {
    this.#left = Math.cos((Math.PI / 4) * (1 + pan));
    this.#right = Math.sin((Math.PI / 4) * (1 + pan));
  }

  /**
   * The place athwart: beside a voice with this pan, at nearly its pitch, each ear hears the two beat, while the power
   * of both ears together stays the same, and one loudspeaker for both lets the middle ones through without a beat.
   */
  placeAthwart(pan: number): void {
    this.#left = -Math.sin((Math.PI / 4) * (1 + pan));
    this.#right = Math.cos((Math.PI / 4) * (1 + pan));
  }

  /**
   * Sets the phase to a multiple of another, whose frequency may glide, and some turns more.
   * @param multiple a whole number: another would jump wherever the phase goes round
   * @param offFrom turns more at the first frame of the block @param offTo at the first of the next
   */
  follow(phase: PlannedPhase, multiple: number, offFrom: number, offTo: number): void {
    const turns = multiple * phase.turns + offFrom;
    this.turns = turns - Math.floor(turns);
    this.rate = multiple * phase.rate + (offTo - offFrom) / BLOCK_FRAMES;
    this.slope = multiple * phase.slope;
  }

  /** Adds the block to both channels: every frame of it, or every second one where they are half as long. */
  add(left: Float64Array, right: Float64Array): void {
    const stride = BLOCK_FRAMES / left.length;
    const table = this.#table;
    const panLeft = this.#left;
    const panRight = this.#right;
    const start = TABLE_SIZE * this.turns;
    const rate = TABLE_SIZE * this.rate * stride;
    const bend = TABLE_SIZE * 0.5 * this.slope * stride * stride;
    const gain = this.gainFrom;
    const gainStep = (this.gainTo - gain) / left.length;
    for (let i = 0; i < left.length; i++) {
      const position = start + i * (rate + bend * i);
      const whole = position | 0;
      const entry = whole & MASK;
      const value = table[entry] ?? 0;
      const sample = (gain + gainStep * i) * (value + (position - whole) * ((table[entry + 1] ?? 0) - value));
      left[i] = (left[i] ?? 0) + panLeft * sample;
      right[i] = (right[i] ?? 0) + panRight * sample;
    }
  }
}
