import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { MovingOnePole } from "../../../src/dsp/moving-one-pole.ts";
import { MusicForm, STEPS_IN_ROOT } from "../../../src/dsp/music-form.ts";
import { MusicPhrase, type MusicPlan } from "../../../src/dsp/music-phrase.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import type { ShadowedNote } from "../../../src/dsp/shadowed-note.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { waveTable } from "../../../src/dsp/wave-table.ts";

type Name = "rootHz" | "gapSeconds" | "brightness" | "events";

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
  readonly #cutoff = { fromHz: 0, toHz: 0 };
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
    const found = this.#form.find(this.#seconds);
    for (let i = 0; i < found; i++) this.#addPhrase(i);
    this.#cutoff.fromHz = cutoffHz(this.#brightness.from);
    this.#cutoff.toHz = cutoffHz(this.#brightness.to);
    this.#lowPass[0].process(this.left, this.#cutoff);
    this.#lowPass[1].process(this.right, this.#cutoff);
  }

  gapSecondsAt(seconds: number): number {
    return this.#paramAt("gapSeconds", Math.round(seconds * this.#sampleRate));
  }

  rootHzAt(seconds: number): number {
    return this.#paramAt("rootHz", Math.round(seconds * this.#sampleRate));
  }

  eventsAt(seconds: number): number {
    return this.#paramAt("events", Math.round(seconds * this.#sampleRate));
  }

  /** @param found which of the phrases that the form found */
  #addPhrase(found: number): void {
    const { from, to } = this.#seconds;
    const start = this.#form.startSeconds[found] ?? 0;
    const end = this.#form.endSeconds[found] ?? 0;
    if (start - GROUND_EDGE_SECONDS >= to || end + NOTE_SECONDS <= from) return;
    const number = this.#form.phrase[found] ?? 0;
    const spare = this.#phrases.length;
    const phrase = this.#phrases[((number % spare) + spare) % spare];
    if (!phrase) return;
    phrase.set(found, this);
    phrase.writeTo(this.#seconds, this);
    this.#addGround(phrase.ground, found);
    for (let index = 0; index < phrase.count; index++) this.#addNote(phrase, index);
  }

  #addGround(ground: ShadowedNote, found: number): void {
    const start = this.#form.startSeconds[found] ?? 0;
    const end = this.#form.endSeconds[found] ?? 0;
    ground.levelFrom = GAIN * GROUND_GAIN * groundAt(this.#seconds.from, start, end);
    ground.levelTo = GAIN * GROUND_GAIN * groundAt(this.#seconds.to, start, end);
    if (ground.levelFrom === 0 && ground.levelTo === 0) return;
    ground.add(this.left, this.right, this.#phase, this.#seconds);
  }

  #addNote(phrase: MusicPhrase, index: number): void {
    const note = phrase.notes[index];
    const begin = phrase.noteSeconds[index] ?? 0;
    if (!note || this.#seconds.from - begin >= NOTE_SECONDS) return;
    note.levelFrom = GAIN * noteAt(this.#seconds.from - begin);
    note.levelTo = GAIN * noteAt(this.#seconds.to - begin);
    note.add(this.left, this.right, this.#phase, this.#seconds);
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
 * @source this project's own: the walk from note to note (a Markov chain), gaps, attack and form
 */
export const music = defineLayer({
  id: "music",
  family: "tone",
  character: "tone",
  params: {
    rootHz: { min: 165, max: 330, default: 220, unit: "Hz" },
    gapSeconds: { min: 2.6, max: 5.4, default: 4, unit: "s" },
    brightness: { min: 0, max: 1, default: 0.5, unit: "" },
    events: EVENTS,
  },
  macro: { calm: { gapSeconds: 5.2, brightness: 0.15 }, lively: { gapSeconds: 2.9, brightness: 0.85 } },
  loudnessLufs: -31.7,
  prerollSeconds: 0.5,
  memorySeconds: NOTE_SECONDS,
  kernel: MusicKernel,
});
