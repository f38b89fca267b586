import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { hashUnit } from "../../../src/dsp/hash.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { MovingOnePole } from "../../../src/dsp/moving-one-pole.ts";
import { PlannedPhase } from "../../../src/dsp/planned-phase.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
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
  readonly voice: TableVoice;
  readonly #multiple: number;
  readonly #gain: number;
  readonly #detuned: boolean;
  readonly #offHz: number;
  readonly #level: Weather;
  readonly #wander: Weather;

  constructor(seed: number, index: number, table: Float64Array) {
    const { multiple, gain, pan, detuned } = PARTIALS[index] ?? PARTIALS[0];
    const stream = seedFor(seed, `drone/${index}`);
    const cents = DETUNE.fewestCents + (DETUNE.mostCents - DETUNE.fewestCents) * hashUnit(stream, 0);
    const side = hashUnit(stream, 1) < 0.5 ? -1 : 1;
    this.#multiple = multiple;
    this.#gain = gain;
    this.#detuned = detuned;
    this.#offHz = multiple * DETUNE.atHz * (2 ** ((side * cents) / 1200) - 1);
    this.#level = new Weather(stream, DRIFT_SECONDS.slowest, DRIFT_SECONDS.fastest);
    this.#wander = new Weather(seedFor(stream, "wander"), DRIFT_SECONDS.slowest, DRIFT_SECONDS.fastest);
    this.voice = new TableVoice(table);
    this.voice.place(pan);
  }

  /** Phase: that of the root as often as the partial is higher, and the turns that a shadow is off. */
  tune(root: PlannedPhase, fromSeconds: number, toSeconds: number): void {
    this.voice.follow(root, this.#multiple, this.#turnsOff(fromSeconds), this.#turnsOff(toSeconds));
  }

  /** How strong the partial is against the others. */
  levelAt(seconds: number, movement: number): number {
    return this.#gain * Math.max(0, 1 + DRIFT_LEVEL * movement * this.#level.at(seconds));
  }

  #turnsOff(seconds: number): number {
    // In step, so that overtones which fall on a partial always add to it alike.
    if (!this.#detuned) return 0;
    return this.#offHz * seconds + WANDER_TURNS * this.#wander.at(seconds);
  }
}

/** Partials through a low-pass, each drifting in its own time. */
class DroneKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #root: PlannedPhase;
  readonly #partials: readonly Partial[];
  readonly #lowPass: readonly [MovingOnePole, MovingOnePole];
  readonly #drift: Weather;
  readonly #brightness: SmoothParam<Name>;
  readonly #movement: SmoothParam<Name>;
  #paramAt: ParamAt<Name> = () => 0;

  constructor(sampleRate: number, seed: number) {
    super();
    const table = waveTable(HARMONICS);
    this.#sampleRate = sampleRate;
    this.#root = new PlannedPhase(sampleRate, (frame) => this.#paramAt("rootHz", frame), 0);
    this.#partials = PARTIALS.map((_, index) => new Partial(seed, index, table));
    this.#lowPass = [new MovingOnePole(sampleRate), new MovingOnePole(sampleRate)];
    this.#drift = new Weather(seedFor(seed, "drone/filter"), DRIFT_SECONDS.slowest, DRIFT_SECONDS.fastest);
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
    this.left.fill(0);
    this.right.fill(0);
    const from = frame / this.#sampleRate;
    const to = (frame + BLOCK_FRAMES) / this.#sampleRate;
    const gainFrom = this.#gainAt(from, this.#movement.from);
    const gainTo = this.#gainAt(to, this.#movement.to);
    for (const partial of this.#partials) {
      partial.tune(this.#root, from, to);
      partial.voice.gainFrom = gainFrom * partial.levelAt(from, this.#movement.from);
      partial.voice.gainTo = gainTo * partial.levelAt(to, this.#movement.to);
      partial.voice.add(this.left, this.right);
    }
    const fromHz = this.#cutoffHz(from, this.#brightness.from, this.#movement.from);
    const toHz = this.#cutoffHz(to, this.#brightness.to, this.#movement.to);
    this.#lowPass[0].process(this.left, fromHz, toHz);
    this.#lowPass[1].process(this.right, fromHz, toHz);
  }

  /** Keeps the power the same while the partials' levels drift. */
  #gainAt(seconds: number, movement: number): number {
    let power = 0;
    for (const partial of this.#partials) power += partial.levelAt(seconds, movement) ** 2;
    return GAIN / Math.sqrt(power);
  }

  #cutoffHz(seconds: number, brightness: number, movement: number): number {
    return (
      CUTOFF_HZ * 2 ** (CUTOFF_OCTAVES * brightness + DRIFT_OCTAVES * movement * this.#drift.at(seconds))
    );
  }
}

/**
 * A low chord that never ends: root, octave, twelfth and double octave, each twice and a few cents off, through a
 * low-pass that wanders over a minute.
 * @source sound-spec-derived: 6-10 partials 2-8 cents apart, filter drift 20-90 s
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
  loudnessLufs: -22.6,
  prerollSeconds: 0.5,
  memorySeconds: 0,
  kernel: DroneKernel,
});
