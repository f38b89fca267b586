import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { hashUnit } from "../../../src/dsp/hash.ts";
import { defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import type { Strike } from "../../../src/dsp/strike.ts";
import {
  type PhraseShape,
  StrikePhrases,
  type StrikePlan,
  strengthInto,
} from "../../../src/dsp/strike-phrases.ts";

type Name = "pitchHz" | "gapSeconds" | "softness" | "events";

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
/** One to four strikes, and then a rest. What is left of a strike after 36 s, some -55 dB, goes in the 8 s after. */
const SHAPE: PhraseShape = {
  phraseSeconds: { least: 19.5, mean: 23, most: 26.5 },
  strikeGap: { least: 0.58, most: 0.78 },
  mostStrikes: 4,
  restSeconds: 12,
  modes: MODES.length,
  strikeSeconds: 44,
  releaseSeconds: 8,
};
/** At softness 0, and how much longer at 1. */
const ATTACK_SECONDS = 0.012;
const ATTACK_GROWTH = 60;
/** At softness 1 each mode is so much softer than the one below it. */
const SOFT_DB = 10;
/** Strikes differ in strength by so much. */
const STRENGTH_DB = 0.3;
const GAIN = 0.1;

/** One bowl, struck now and then. */
class BowlKernel extends BlockKernel<Name> implements StrikePlan {
  readonly #seed: number;
  readonly #phrases: StrikePhrases;
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#seed = seedFor(seed, "bowl");
    this.#phrases = new StrikePhrases(seedFor(seed, "bowl/phrases"), sampleRate, SHAPE, this);
  }

  protected start(): void {
    this.#phrases.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.left.fill(0);
    this.right.fill(0);
    this.#phrases.add(this.left, this.right, frame);
  }

  gapSecondsAt(frame: number): number {
    return this.#paramAt("gapSeconds", frame) / this.#paramAt("events", frame);
  }

  set(strike: Strike, restSeconds: number): void {
    const { number, startFrame } = strike;
    const pitchHz = this.#paramAt("pitchHz", startFrame);
    const softness = this.#paramAt("softness", startFrame);
    const t60Seconds = LONGEST_T60.seconds * Math.min(1, Math.sqrt(LONGEST_T60.atHz / pitchHz));
    const strength =
      strengthInto(restSeconds, t60Seconds) * dbToGain(-STRENGTH_DB * hashUnit(this.#seed, number, 4));
    strike.attackSeconds = ATTACK_SECONDS * ATTACK_GROWTH ** softness;
    for (let index = 0; index < MODES.length; index++) {
      const mode = strike.modes[index];
      const { ratio, gainDb, t60, splitHz } = MODES[index] ?? MODES[0];
      if (!mode) continue;
      mode.hz = pitchHz * ratio;
      // It is one bowl: its modes are split alike at every strike.
      mode.splitHz = splitHz.min + (splitHz.max - splitHz.min) * hashUnit(this.#seed, index, 5);
      mode.t60Seconds = t60Seconds * t60;
      mode.gain = GAIN * strength * dbToGain(gainDb - index * SOFT_DB * softness);
      // A quarter turn against the ring of the strike before: their powers add up, whenever it comes.
      mode.begin(startFrame, number / 4);
    }
  }
}

/**
 * A singing bowl, struck softly now and then: four modes, each split in two that beat slowly, the lowest ringing for
 * half a minute and the highest for five seconds. Pitch, gap and mallet hold from the next strike on.
 * @source Fletcher and Rossing, "The Physics of Musical Instruments": doublets of modes.
 * @source Inácio, Henrique and Antunes, "The dynamics of Tibetan singing bowls", Acta Acustica 92, 2006: how the modes of
 * bowls sound together and beat; their ratios here, 1 : 2.75 : 5.2 : 8.2, and their decays are this project's own
 */
export const bowl = defineLayer({
  id: "bowl",
  family: "tone",
  character: "events",
  params: {
    pitchHz: { min: 100, max: 300, default: 147, unit: "Hz" },
    gapSeconds: { min: 6, max: 23, default: 7.6, unit: "s" },
    softness: { min: 0, max: 1, default: 0.65, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { gapSeconds: 16, softness: 0.9 }, lively: { gapSeconds: 6, softness: 0.2 } },
  eventGapSeconds: 7.6,
  loudnessLufs: -26.9,
  prerollSeconds: 0,
  memorySeconds: SHAPE.strikeSeconds,
  kernel: BowlKernel,
});
