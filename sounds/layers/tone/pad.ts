import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { HalfRate } from "../../../src/dsp/half-rate.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { MovingOnePole } from "../../../src/dsp/moving-one-pole.ts";
import { CHORD_SECONDS, HIGHEST_NOTE, NOTES_IN_ROOT, PadChord } from "../../../src/dsp/pad-chord.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { waveTable } from "../../../src/dsp/wave-table.ts";

type Name = "rootHz" | "brightness" | "ebb";

/** How long a note takes to come and go: at ebb 0 the chords flow into each other, at 1 each dies away by itself. */
const NOTE_SECONDS = { flowing: 30, ebbing: 20 };
const HIGHEST_ROOT_HZ = 165;
const HARMONICS = Array.from({ length: 8 }, (_, index) => (index + 1) ** -1.6);
/** Notes this low are made at half the rate, with the overtones that it can carry: all of them from 18 kHz on. */
const HIGHEST_NOTE_HZ = (HIGHEST_ROOT_HZ * HIGHEST_NOTE) / NOTES_IN_ROOT;
/** Cutoff at brightness 0, and how many octaves it opens to brightness 1. */
const CUTOFF_HZ = 350;
const CUTOFF_OCTAVES = 2.2;
const GAIN = 0.048;

/** Three chords, of which one comes, one stands and one goes. */
class PadKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #phase: PlannedPhase;
  readonly #chords: readonly PadChord[];
  readonly #lowPass: readonly [MovingOnePole, MovingOnePole];
  readonly #brightness: SmoothParam<Name>;
  readonly #ebb: SmoothParam<Name>;
  readonly #seconds = { from: 0, to: 0 };
  readonly #cutoff = { fromHz: 0, toHz: 0 };
  readonly #half = new HalfRate();
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const table = waveTable(HARMONICS.slice(0, Math.floor(sampleRate / 4 / HIGHEST_NOTE_HZ)));
    const chords = seedFor(seed, "pad/chords");
    this.#sampleRate = sampleRate;
    this.#phase = new PlannedPhase(sampleRate, (frame) => this.#paramAt("rootHz", frame) / NOTES_IN_ROOT, 0);
    this.#chords = [0, 1, 2].map(() => new PadChord(chords, table));
    this.#lowPass = [new MovingOnePole(sampleRate / 2), new MovingOnePole(sampleRate / 2)];
    this.#brightness = new SmoothParam("brightness", sampleRate);
    this.#ebb = new SmoothParam("ebb", sampleRate);
  }

  protected start(): void {
    this.#phase.reset();
    for (const lowPass of this.#lowPass) lowPass.reset();
    this.#half.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#phase.read(frame);
    this.#brightness.read(paramAt, frame);
    this.#ebb.read(paramAt, frame);
    this.#seconds.from = frame / this.#sampleRate;
    this.#seconds.to = (frame + BLOCK_FRAMES) / this.#sampleRate;
    this.#half.left.fill(0);
    this.#half.right.fill(0);
    const nearest = Math.round(this.#seconds.from / CHORD_SECONDS);
    for (let number = nearest - 1; number <= nearest + 1; number++) this.#addChord(number);
    this.#cutoff.fromHz = cutoffHz(this.#brightness.from);
    this.#cutoff.toHz = cutoffHz(this.#brightness.to);
    this.#lowPass[0].process(this.#half.left, this.#cutoff);
    this.#lowPass[1].process(this.#half.right, this.#cutoff);
    this.#half.double(this.left, this.right);
  }

  #addChord(number: number): void {
    const chord = this.#chords[((number % 3) + 3) % 3];
    if (!chord) return;
    chord.set(number);
    for (let index = 0; index < chord.notes.length; index++) this.#addNote(chord, index);
  }

  #addNote(chord: PadChord, index: number): void {
    const note = chord.notes[index];
    const middle = chord.middleSeconds[index] ?? 0;
    if (!note) return;
    note.levelFrom = GAIN * windowAt(this.#seconds.from - middle, this.#ebb.from);
    note.levelTo = GAIN * windowAt(this.#seconds.to - middle, this.#ebb.to);
    if (note.levelFrom === 0 && note.levelTo === 0) return;
    note.add(this.#half.left, this.#half.right, this.#phase, this.#seconds);
  }
}

/** Raised cosine: 1 in the middle of a note, 0 at its ends. */
function windowAt(seconds: number, ebb: number): number {
  const length = NOTE_SECONDS.flowing + (NOTE_SECONDS.ebbing - NOTE_SECONDS.flowing) * ebb;
  const part = seconds / length;
  return Math.abs(part) >= 0.5 ? 0 : 0.5 + 0.5 * Math.cos(2 * Math.PI * part);
}

function cutoffHz(brightness: number): number {
  return CUTOFF_HZ * 2 ** (CUTOFF_OCTAVES * brightness);
}

/**
 * Slow chords that breathe in and out: four just notes each, every one a raised cosine with a shadow a few cents off,
 * chosen and voiced anew each time by a hash of their number.
 * @source this project's own: chords, and how far the partials lie apart
 */
export const pad = defineLayer({
  id: "pad",
  family: "tone",
  character: "tone",
  params: {
    rootHz: { min: 82.5, max: HIGHEST_ROOT_HZ, default: 110, unit: "Hz" },
    brightness: { min: 0, max: 1, default: 0.5, unit: "" },
    ebb: { min: 0, max: 1, default: 0.5, unit: "" },
  },
  macro: { calm: { brightness: 0.1, ebb: 0.1 }, lively: { brightness: 0.9, ebb: 0.9 } },
  loudnessLufs: -27.3,
  prerollSeconds: 0.5,
  memorySeconds: NOTE_SECONDS.flowing,
  kernel: PadKernel,
});
