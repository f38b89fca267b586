import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { hashUnit } from "../../../src/dsp/hash.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { MovingOnePole } from "../../../src/dsp/moving-one-pole.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import type { BlockSeconds } from "../../../src/dsp/shadowed-note.ts";
import { SlowDrift } from "../../../src/dsp/slow-drift.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { TableVoice } from "../../../src/dsp/table-voice.ts";
import { waveTable } from "../../../src/dsp/wave-table.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "rootHz" | "brightness" | "movement";

/**
 * Root, octave, twelfth, double octave. All but the root have a shadow a few cents off at the other ear, softer, so that
 * they beat slowly and never fall silent, in one loudspeaker either.
 */
const PARTIALS = [
  { multiple: 1, gain: 1, pan: 0, detuned: false },
  { multiple: 2, gain: 0.8, pan: -0.5, detuned: false },
  { multiple: 2, gain: 0.35, pan: 0.9, detuned: true },
  { multiple: 3, gain: 0.45, pan: 0.6, detuned: false },
  { multiple: 3, gain: 0.2, pan: -0.9, detuned: true },
  { multiple: 4, gain: 0.3, pan: -0.6, detuned: false },
  { multiple: 4, gain: 0.13, pan: 0.9, detuned: true },
] as const;
/** Overtones of a partial: with the low-pass 12 dB/octave above its cutoff. */
const HARMONICS = Array.from({ length: 10 }, (_, index) => 1 / (index + 1));
/** A shadow is off by so many cents at this root, and by a fixed number of Hz: 2-8 cents at any root. */
const DETUNE = { fewestCents: 3.2, mostCents: 5, atHz: 60 };
/** A shadow's phase wanders too, so that no two beats last as long: one deviation, turns. */
const WANDER_TURNS = 0.6;
const ROOT_HZ = { min: 40, max: 90 };
/** Cutoff at brightness 0, and how many octaves it opens to brightness 1. */
const CUTOFF_HZ = 300;
const CUTOFF_OCTAVES = 2.8;
/** A deviation of the drift moves the cutoff by so many octaves, and a partial's level by this part, at movement 1. */
const DRIFT_OCTAVES = 0.9;
const DRIFT_LEVEL = 0.35;
const DRIFT_SECONDS = { slowest: 90, fastest: 20 };
const GAIN = 0.07;

class Partial {
  /** How strong it is against the others, at the first frame of the block and of the next. */
  levelFrom = 0;
  levelTo = 0;
  readonly voice: TableVoice;
  readonly #multiple: number;
  readonly #gain: number;
  /** 0 where it is in tune: overtones that fall on a partial always add to it alike. */
  readonly #offHz: number;
  readonly #wanderTurns: number;
  readonly #level: SlowDrift;
  readonly #wander: SlowDrift;

  constructor(sampleRate: number, seed: number, index: number, table: Float64Array) {
    const { multiple, gain, pan, detuned } = PARTIALS[index] ?? PARTIALS[0];
    const stream = seedFor(seed, `drone/${index}`);
    const cents = DETUNE.fewestCents + (DETUNE.mostCents - DETUNE.fewestCents) * hashUnit(stream, 0);
    const side = hashUnit(stream, 1) < 0.5 ? -1 : 1;
    this.#multiple = multiple;
    this.#gain = gain;
    this.#offHz = detuned ? multiple * DETUNE.atHz * (2 ** ((side * cents) / 1200) - 1) : 0;
    this.#wanderTurns = detuned ? WANDER_TURNS : 0;
    this.#level = drift(sampleRate, seedFor(stream, "level"));
    this.#wander = drift(sampleRate, seedFor(stream, "wander"));
    this.voice = new TableVoice(table);
    this.voice.place(pan);
  }

  /** Reads the block: its phase is that of the root as often as it is higher, and the turns that a shadow is off. */
  read(root: PlannedPhase, frame: number, seconds: BlockSeconds, movement: SmoothParam<Name>): void {
    this.#level.read(frame);
    this.#wander.read(frame);
    this.levelFrom = this.#gain * Math.max(0, 1 + DRIFT_LEVEL * movement.from * this.#level.from);
    this.levelTo = this.#gain * Math.max(0, 1 + DRIFT_LEVEL * movement.to * this.#level.to);
    const offFrom = this.#offHz * seconds.from + this.#wanderTurns * this.#wander.from;
    const offTo = this.#offHz * seconds.to + this.#wanderTurns * this.#wander.to;
    this.voice.follow(root, this.#multiple, offFrom, offTo);
  }
}

function drift(sampleRate: number, seed: number): SlowDrift {
  return new SlowDrift(new Weather(seed, DRIFT_SECONDS.slowest, DRIFT_SECONDS.fastest), sampleRate);
}

/** Partials through a low-pass, each drifting in its own time. */
class DroneKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #root: PlannedPhase;
  readonly #partials: readonly Partial[];
  readonly #lowPass: readonly [MovingOnePole, MovingOnePole];
  readonly #drift: SlowDrift;
  readonly #brightness: SmoothParam<Name>;
  readonly #movement: SmoothParam<Name>;
  readonly #seconds = { from: 0, to: 0 };
  readonly #cutoff = { fromHz: 0, toHz: 0 };
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const table = waveTable(HARMONICS);
    this.#sampleRate = sampleRate;
    this.#root = new PlannedPhase(sampleRate, (frame) => this.#paramAt("rootHz", frame), 0);
    this.#partials = PARTIALS.map((_, index) => new Partial(sampleRate, seed, index, table));
    this.#lowPass = [new MovingOnePole(sampleRate), new MovingOnePole(sampleRate)];
    this.#drift = drift(sampleRate, seedFor(seed, "drone/filter"));
    this.#brightness = new SmoothParam("brightness", sampleRate);
    this.#movement = new SmoothParam("movement", sampleRate);
  }

  protected start(): void {
    this.#root.reset();
    for (const lowPass of this.#lowPass) lowPass.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#paramAt = paramAt;
    this.#root.read(frame);
    this.#brightness.read(paramAt, frame);
    this.#movement.read(paramAt, frame);
    this.#drift.read(frame);
    this.#seconds.from = frame / this.#sampleRate;
    this.#seconds.to = (frame + BLOCK_FRAMES) / this.#sampleRate;
    this.#addPartials(frame);
    this.#cutoff.fromHz =
      CUTOFF_HZ * 2 ** this.#octaves(this.#brightness.from, this.#movement.from, this.#drift.from);
    this.#cutoff.toHz =
      CUTOFF_HZ * 2 ** this.#octaves(this.#brightness.to, this.#movement.to, this.#drift.to);
    this.#lowPass[0].process(this.left, this.#cutoff);
    this.#lowPass[1].process(this.right, this.#cutoff);
  }

  /** Their power stays the same while their levels drift. */
  #addPartials(frame: number): void {
    let powerFrom = 0;
    let powerTo = 0;
    for (const partial of this.#partials) {
      partial.read(this.#root, frame, this.#seconds, this.#movement);
      powerFrom += partial.levelFrom ** 2;
      powerTo += partial.levelTo ** 2;
    }
    this.left.fill(0);
    this.right.fill(0);
    for (const { voice, levelFrom, levelTo } of this.#partials) {
      voice.gainFrom = (GAIN * levelFrom) / Math.sqrt(powerFrom);
      voice.gainTo = (GAIN * levelTo) / Math.sqrt(powerTo);
      voice.add(this.left, this.right);
    }
  }

  /** How far the low-pass is open, octaves. */
  #octaves(brightness: number, movement: number, drift: number): number {
    return CUTOFF_OCTAVES * brightness + DRIFT_OCTAVES * movement * drift;
  }
}

/**
 * A low chord that never ends: root, octave, twelfth and double octave, each twice and a few cents off, through a
 * low-pass that wanders over a minute.
 * @source this project's own: how far partials lie apart, and how slowly the filter wanders
 */
export const drone = defineLayer({
  id: "drone",
  family: "tone",
  character: "tone",
  params: {
    rootHz: { ...ROOT_HZ, default: 73.3, unit: "Hz" },
    brightness: { min: 0, max: 1, default: 0.5, unit: "" },
    movement: { min: 0, max: 1, default: 0.5, unit: "" },
  },
  macro: { calm: { brightness: 0.15, movement: 0.2 }, lively: { brightness: 0.9, movement: 1 } },
  loudnessLufs: -22.9,
  prerollSeconds: 0.5,
  memorySeconds: 0,
  kernel: DroneKernel,
});
