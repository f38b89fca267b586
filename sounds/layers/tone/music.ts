import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { MovingOnePole } from "../../../src/dsp/moving-one-pole.ts";
import { MusicForm, STEPS_IN_ROOT } from "../../../src/dsp/music-form.ts";
import { MusicPhrase, type MusicPlan } from "../../../src/dsp/music-phrase.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { waveTable } from "../../../src/dsp/wave-table.ts";

type Name = "rootHz" | "gapSeconds" | "brightness";

/** A note swells, dies away by this time constant, and is over after the last of these. */
const ATTACK_SECONDS = 1;
const DECAY_SECONDS = 3;
const RELEASE_SECONDS = 5;
const NOTE_SECONDS = 15;
/** The low note of a phrase comes this long before it and goes this long after it, under a raised cosine. */
const GROUND_EDGE_SECONDS = 9;
const GROUND_GAIN = 0.6;
const HARMONICS = [1, 0.3, 0.1, 0.04, 0.015];
/** Cutoff at brightness 0, and how many octaves it opens to brightness 1. */
const CUTOFF_HZ = 400;
const CUTOFF_OCTAVES = 2.6;
const GAIN = 0.04;

/** Phrases of which the last still rings and the next already swells. */
class MusicKernel extends BlockKernel<Name> implements MusicPlan {
  readonly #sampleRate: number;
  readonly #form: MusicForm;
  readonly #phase: PlannedPhase;
  readonly #phrases: readonly MusicPhrase[];
  readonly #lowPass: readonly [MovingOnePole, MovingOnePole];
  readonly #brightness: SmoothParam<Name>;
  readonly #seconds = { from: 0, to: 0 };
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const table = waveTable(HARMONICS);
    const melody = seedFor(seed, "music/melody");
    this.#sampleRate = sampleRate;
    this.#form = new MusicForm(seedFor(seed, "music/form"), NOTE_SECONDS);
    this.#phase = new PlannedPhase(sampleRate, (frame) => this.#paramAt("rootHz", frame) / STEPS_IN_ROOT, 0);
    this.#phrases = Array.from({ length: 8 }, () => new MusicPhrase(melody, this.#form, table));
    this.#lowPass = [new MovingOnePole(sampleRate), new MovingOnePole(sampleRate)];
    this.#brightness = new SmoothParam("brightness", sampleRate);
  }

  protected start(): void {
    this.#phase.reset();
    for (const phrase of this.#phrases) phrase.reset();
    for (const lowPass of this.#lowPass) lowPass.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#phase.read(frame);
    this.#brightness.read(paramAt, frame);
    this.#seconds.from = frame / this.#sampleRate;
    this.#seconds.to = (frame + BLOCK_FRAMES) / this.#sampleRate;
    this.left.fill(0);
    this.right.fill(0);
    const found = this.#form.find(this.#seconds.from, this.#seconds.to);
    for (let i = 0; i < found; i++) {
      const start = this.#form.startSeconds[i] ?? 0;
      const end = this.#form.endSeconds[i] ?? 0;
      if (start - GROUND_EDGE_SECONDS >= this.#seconds.to || end + NOTE_SECONDS <= this.#seconds.from)
        continue;
      this.#addPhrase(this.#form.phrase[i] ?? 0, start, end);
    }
    const fromHz = cutoffHz(this.#brightness.from);
    const toHz = cutoffHz(this.#brightness.to);
    this.#lowPass[0].process(this.left, fromHz, toHz);
    this.#lowPass[1].process(this.right, fromHz, toHz);
  }

  gapSecondsAt(seconds: number): number {
    return this.#paramAt("gapSeconds", Math.round(seconds * this.#sampleRate));
  }

  rootHzAt(seconds: number): number {
    return this.#paramAt("rootHz", Math.round(seconds * this.#sampleRate));
  }

  #addPhrase(number: number, start: number, end: number): void {
    const spare = this.#phrases.length;
    const phrase = this.#phrases[((number % spare) + spare) % spare];
    if (!phrase) return;
    const { left, right } = this;
    const { from, to } = this.#seconds;
    phrase.set(number, start, end, this);
    phrase.writeTo(to, this);
    const groundFrom = GROUND_GAIN * groundAt(from, start, end);
    const groundTo = GROUND_GAIN * groundAt(to, start, end);
    if (groundFrom > 0 || groundTo > 0) {
      phrase.ground.add(left, right, this.#phase, this.#seconds, GAIN * groundFrom, GAIN * groundTo);
    }
    for (let index = 0; index < phrase.count; index++) {
      const begin = phrase.noteSeconds[index] ?? 0;
      if (from - begin >= NOTE_SECONDS) continue;
      const levelFrom = GAIN * noteAt(from - begin);
      const levelTo = GAIN * noteAt(to - begin);
      phrase.notes[index]?.add(left, right, this.#phase, this.#seconds, levelFrom, levelTo);
    }
  }
}

/** Level of a note by its age. */
function noteAt(seconds: number): number {
  if (seconds <= 0 || seconds >= NOTE_SECONDS) return 0;
  const edges = risen(seconds / ATTACK_SECONDS) * risen((NOTE_SECONDS - seconds) / RELEASE_SECONDS);
  return edges * Math.exp(-seconds / DECAY_SECONDS);
}

function groundAt(seconds: number, start: number, end: number): number {
  const rise = risen((seconds - start + GROUND_EDGE_SECONDS) / (2 * GROUND_EDGE_SECONDS));
  return rise * risen((end + GROUND_EDGE_SECONDS - seconds) / (2 * GROUND_EDGE_SECONDS));
}

/** Raised cosine from 0 at 0 to 1 at 1. */
function risen(part: number): number {
  if (part <= 0) return 0;
  return part >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * part);
}

function cutoffHz(brightness: number): number {
  return CUTOFF_HZ * 2 ** (CUTOFF_OCTAVES * brightness);
}

/**
 * Slow music that never comes again: soft single notes, 2 to 8 s apart and on no grid, walk over a pentatonic or lydian
 * scale above one low note; phrases recall their section's motifs, and a section lasts four to eight minutes.
 * @source sound-spec-derived: Markov walk, 110-660 Hz, gaps, attack and form; the music is this project's own
 */
export const music = defineLayer({
  id: "music",
  family: "tone",
  character: "tone",
  params: {
    rootHz: { min: 165, max: 330, default: 220, unit: "Hz" },
    gapSeconds: { min: 2.6, max: 5.4, default: 4, unit: "s" },
    brightness: { min: 0, max: 1, default: 0.5, unit: "" },
  },
  macro: { calm: { gapSeconds: 5.2, brightness: 0.15 }, lively: { gapSeconds: 2.9, brightness: 0.85 } },
  loudnessLufs: -31.7,
  prerollSeconds: 0.5,
  memorySeconds: NOTE_SECONDS,
  kernel: MusicKernel,
});
