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

type Name = "pitchHz" | "gapSeconds" | "distance" | "events";

/** Modes of the bell: pitch and decay against the lowest, level near by, and how far apart its two halves lie. */
const MODES = [
  { ratio: 1, gainDb: 0, t60: 1, splitHz: { min: 0.4, max: 0.9 } },
  { ratio: 2.75, gainDb: -8, t60: 0.6, splitHz: { min: 0.5, max: 1.3 } },
  { ratio: 5.2, gainDb: -15, t60: 0.4, splitHz: { min: 0.7, max: 2 } },
  { ratio: 8.2, gainDb: -24, t60: 0.22, splitHz: { min: 1, max: 2 } },
] as const;
/** The lowest mode of a bell of this pitch falls by 60 dB in this time; smaller bells are sooner silent, to 20 s. */
const LONGEST_T60 = { seconds: 26, atHz: 220 };
/** Tolls in slow groups with a long silence after each. */
const SHAPE: PhraseShape = {
  phraseSeconds: { least: 39, mean: 45, most: 51 },
  strikeGap: { least: 0.41, most: 0.54 },
  mostStrikes: 6,
  restSeconds: 20,
  modes: MODES.length,
  strikeSeconds: 30,
  releaseSeconds: 6,
};
/** At distance 0, and how much longer at 1: air and echoes blur the stroke. */
const ATTACK_SECONDS = 0.015;
const ATTACK_GROWTH = 20;
/** At distance 1 each mode is so much softer than the one below it. */
const FAR_DB = 9;
const STRENGTH_DB = 0.6;
const GAIN = 0.1;

/** One bell, tolled from afar. */
class BellKernel extends BlockKernel<Name> implements StrikePlan {
  readonly #seed: number;
  readonly #phrases: StrikePhrases;
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#seed = seedFor(seed, "bell-layer");
    this.#phrases = new StrikePhrases(seedFor(seed, "bell-layer/tolls"), sampleRate, SHAPE, this);
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
    const distance = this.#paramAt("distance", startFrame);
    const t60Seconds = Math.max(20, LONGEST_T60.seconds * Math.min(1, LONGEST_T60.atHz / pitchHz));
    const strength =
      strengthInto(restSeconds, t60Seconds) * dbToGain(-STRENGTH_DB * hashUnit(this.#seed, number, 1));
    strike.attackSeconds = ATTACK_SECONDS * ATTACK_GROWTH ** distance;
    for (let index = 0; index < MODES.length; index++) {
      const mode = strike.modes[index];
      const { ratio, gainDb, t60, splitHz } = MODES[index] ?? MODES[0];
      if (!mode) continue;
      mode.hz = pitchHz * ratio;
      mode.splitHz = splitHz.min + (splitHz.max - splitHz.min) * hashUnit(this.#seed, index, 2);
      mode.t60Seconds = t60Seconds * t60;
      mode.gain = GAIN * strength * dbToGain(gainDb - index * FAR_DB * distance);
      // A quarter turn against the ring of the stroke before, so that their powers add up.
      mode.begin(startFrame, number / 4);
    }
  }
}

/**
 * A bell across the valley, tolled four or five times and then left to fade: the modes of a bowl, higher and
 * sooner gone; the farther off, the less of its high modes is left and the more its stroke is blurred.
 * @source Fletcher and Rossing, "The Physics of Musical Instruments": doublets of modes.
 * @source Inácio, Henrique and Antunes, "The dynamics of Tibetan singing bowls", Acta Acustica 92, 2006: how the modes of
 * bowls sound together and beat; their ratios here, 1 : 2.75 : 5.2 : 8.2, and their decays are this project's own
 */
export const bell = defineLayer({
  id: "bell",
  family: "tone",
  character: "events",
  params: {
    pitchHz: { min: 165, max: 440, default: 220, unit: "Hz" },
    gapSeconds: { min: 6, max: 45, default: 9.5, unit: "s" },
    distance: { min: 0, max: 1, default: 0.5, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { gapSeconds: 20, distance: 0.9 }, lively: { gapSeconds: 7, distance: 0.15 } },
  eventGapSeconds: 9.5,
  loudnessLufs: -26.5,
  prerollSeconds: 0,
  memorySeconds: SHAPE.strikeSeconds,
  kernel: BellKernel,
});
