import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain, gainToDb } from "../../../src/dsp/db.ts";
import { EventSlots } from "../../../src/dsp/event-slots.ts";
import { hashUnit } from "../../../src/dsp/hash.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { Strike } from "../../../src/dsp/strike.ts";

type Name = "pitchHz" | "gapSeconds" | "softness";

/**
 * Modes of a bowl: pitch and decay against the lowest, level under a hard mallet, and how far apart its two halves lie.
 */
const MODES = [
  { ratio: 1, gainDb: 0, t60: 1, splitHz: { min: 0.3, max: 0.6 } },
  { ratio: 2.75, gainDb: -11, t60: 0.55, splitHz: { min: 0.4, max: 1 } },
  { ratio: 5.2, gainDb: -19, t60: 0.3, splitHz: { min: 0.6, max: 1.5 } },
  { ratio: 8.2, gainDb: -30, t60: 0.16, splitHz: { min: 0.8, max: 2 } },
] as const;
/** The lowest mode of a bowl of this pitch falls by 60 dB in this time; smaller bowls are sooner silent. */
const LONGEST_T60 = { seconds: 40, atHz: 150 };
/** How long a strike is heard; what is left, some -60 dB, goes in the last part of it. */
const STRIKE_SECONDS = 44;
const RELEASE_SECONDS = 8;
/** From one phrase of one to four strikes to the next. */
const PHRASE_SECONDS = { least: 19.5, mean: 23, most: 26.5 };
const MOST_STRIKES = 4;
/** From a strike to the next one of its phrase; after the last, the bowl is left to ring. */
const STRIKE_GAP_SECONDS = { least: 4.4, most: 6 };
/** From the last strike of a phrase to the next phrase, or thereabouts. */
const REST_SECONDS = 12;
const LATEST_SECONDS = (MOST_STRIKES - 1) * STRIKE_GAP_SECONDS.most;
/** At softness 0, and how much longer at 1. */
const ATTACK_SECONDS = 0.012;
const ATTACK_GROWTH = 60;
/** At softness 1 each mode is so much softer than the one below it. */
const SOFT_DB = 10;
/** Strikes differ in strength by so much. */
const STRENGTH_DB = 0.3;
const GAIN = 0.1;
/** More than can sound at once. */
const SPARE = 32;

/** One bowl, struck now and then. */
class BowlKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #seed: number;
  readonly #phrases: EventSlots;
  /** The strikes that may sound at once, each where its number says. */
  readonly #strikes: readonly Strike[];

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#seed = seedFor(seed, "bowl");
    this.#phrases = new EventSlots(
      seedFor(seed, "bowl/phrases"),
      PHRASE_SECONDS,
      LATEST_SECONDS + STRIKE_SECONDS + 1,
    );
    this.#strikes = Array.from(
      { length: SPARE },
      () => new Strike(MODES.length, STRIKE_SECONDS, RELEASE_SECONDS, sampleRate),
    );
  }

  protected start(): void {
    for (const strike of this.#strikes) strike.number = Number.NaN;
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.left.fill(0);
    this.right.fill(0);
    const to = (frame + BLOCK_FRAMES) / this.#sampleRate;
    const count = this.#phrases.find(to - LATEST_SECONDS - STRIKE_SECONDS - 0.5, to);
    for (let phrase = 0; phrase < count; phrase++) {
      const start = this.#phrases.startSeconds[phrase] ?? 0;
      // Phrases of two lengths in turn make any mean gap; the rank spreads them evenly.
      const gapSeconds = paramAt("gapSeconds", Math.round(start * this.#sampleRate));
      const strikes = Math.floor(PHRASE_SECONDS.mean / gapSeconds + (this.#phrases.rank[phrase] ?? 0));
      this.#addPhrase(this.#phrases.slot[phrase] ?? 0, strikes, start, frame, paramAt);
    }
  }

  #addPhrase(
    slot: number,
    strikes: number,
    startSeconds: number,
    frame: number,
    paramAt: ParamAt<Name>,
  ): void {
    let seconds = startSeconds;
    for (let index = 0; index < Math.min(MOST_STRIKES, strikes); index++) {
      const number = MOST_STRIKES * slot + index;
      const startFrame = Math.round(seconds * this.#sampleRate);
      const strike = this.#strikes[((number % SPARE) + SPARE) % SPARE];
      if (!strike || frame + BLOCK_FRAMES <= startFrame) return;
      if (strike.number !== number) this.#set(strike, number, startFrame, paramAt);
      strike.add(this.left, this.right, frame);
      seconds += this.#gapSeconds(number);
    }
  }

  /** From a strike to the next one of its phrase. */
  #gapSeconds(number: number): number {
    const { least, most } = STRIKE_GAP_SECONDS;
    return least + (most - least) * hashUnit(this.#seed, number, 3);
  }

  /** Gives a strike its bowl and its mallet, as they are planned for its beginning. */
  #set(strike: Strike, number: number, startFrame: number, paramAt: ParamAt<Name>): void {
    const pitchHz = paramAt("pitchHz", startFrame);
    const softness = paramAt("softness", startFrame);
    const t60Seconds = LONGEST_T60.seconds * Math.min(1, Math.sqrt(LONGEST_T60.atHz / pitchHz));
    // A strike into the ring of the one before it makes that as loud again, not louder.
    const restSeconds = number % MOST_STRIKES === 0 ? REST_SECONDS : this.#gapSeconds(number - 1);
    const ring = 10 ** ((-6 * restSeconds) / t60Seconds);
    const strengthDb = gainToDb(Math.sqrt(1 - ring)) - STRENGTH_DB * hashUnit(this.#seed, number, 4);
    strike.number = number;
    strike.startFrame = startFrame;
    strike.attackSeconds = ATTACK_SECONDS * ATTACK_GROWTH ** softness;
    for (let index = 0; index < MODES.length; index++) {
      const mode = strike.modes[index];
      const { ratio, gainDb, t60, splitHz } = MODES[index] ?? MODES[0];
      if (!mode) continue;
      mode.hz = pitchHz * ratio;
      // It is one bowl: its modes are split alike at every strike.
      mode.splitHz = splitHz.min + (splitHz.max - splitHz.min) * hashUnit(this.#seed, index, 5);
      mode.t60Seconds = t60Seconds * t60;
      mode.gain = GAIN * dbToGain(gainDb + strengthDb - index * SOFT_DB * softness);
      // A quarter turn against the ring of the strike before: their powers add up, whenever it comes.
      mode.begin(startFrame, number / 4);
    }
  }
}

/**
 * A singing bowl, struck softly now and then: four modes, each split in two that beat slowly, the lowest ringing for
 * half a minute and the highest for five seconds. Pitch, gap and mallet hold from the next strike on.
 * @source Fletcher and Rossing, "The Physics of Musical Instruments": doublets of modes; sound-spec-derived ratios
 * 1 : 2.75 : 5.2 : 8.2 and decays
 */
export const bowl = defineLayer({
  id: "bowl",
  family: "tone",
  character: "events",
  params: {
    pitchHz: { min: 100, max: 300, default: 147, unit: "Hz" },
    gapSeconds: { min: 6, max: 23, default: 7.6, unit: "s" },
    softness: { min: 0, max: 1, default: 0.65, unit: "" },
  },
  macro: { calm: { gapSeconds: 16, softness: 0.9 }, lively: { gapSeconds: 6, softness: 0.2 } },
  eventGapSeconds: 7.6,
  loudnessLufs: -27.0,
  prerollSeconds: 0,
  memorySeconds: STRIKE_SECONDS,
  kernel: BowlKernel,
});
