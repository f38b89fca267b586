import { type BeatClock, BeatEvents } from "./beat-events.ts";
import { dbToGain } from "./db.ts";
import { GrainBuffer } from "./grain-buffer.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PlannedPhase } from "./planned-phase.ts";
import { PurrBreath } from "./purr-breath.ts";
import { Weather } from "./weather.ts";

/** Pulses per second: the mean of both phases, and how much faster they come breathing out than breathing in. */
const PULSE = { hz: 26.3, outOverInHz: 2.4 };
/** The pitch wanders by so much (one deviation), over these times. */
const WANDER = { part: 0.015, slowestSeconds: 24, fastestSeconds: 3 };
/** Standard deviation of the time between pulses, in pulses, and of their strength, dB. */
const JITTER = 0.04;
const STRENGTH_DB = 1.5;
/** The larynx opens with a burst of air that dies away. */
const BURST = { attackSeconds: 0.004, decaySeconds: 0.006, seconds: 0.045 };

/** The pulses of a purr: how far the larynx is open, from the breath that drives it. */
export class PurrPulses implements BeatClock {
  /** How strongly air flows at the first frame of the block and of the next one, 0..1. */
  flowFrom = 0;
  flowTo = 0;
  /** Turns of the larynx. */
  total = 0;
  readonly #seed: number;
  readonly #breath: PurrBreath;
  readonly #phase: PlannedPhase;
  readonly #pulses: BeatEvents;
  readonly #bursts: GrainBuffer;
  readonly #burst: Float64Array;
  readonly #past = new Float64Array(BLOCK_FRAMES);

  /** @param breathHzAt breaths per second, by absolute frame */
  constructor(seed: number, sampleRate: number, breathHzAt: (frame: number) => number) {
    const wander = new Weather(seed, WANDER.slowestSeconds, WANDER.fastestSeconds);
    const pulseHz = (frame: number) => PULSE.hz * (1 + WANDER.part * wander.at(frame / sampleRate));
    this.#seed = seed;
    this.#breath = new PurrBreath(seed, sampleRate, breathHzAt);
    this.#phase = new PlannedPhase(sampleRate, pulseHz, hashUnit(seed, 2));
    this.#pulses = new BeatEvents(seed, JITTER, this);
    this.#bursts = new GrainBuffer(BURST.seconds, sampleRate);
    this.#burst = burst(sampleRate);
  }

  /** Looks back from `frame` for pulses that still sound there. */
  start(frame: number): void {
    this.#breath.reset();
    this.#phase.reset();
    this.#pulses.reset();
    this.#bursts.reset();
    const blocks = Math.ceil(this.#burst.length / BLOCK_FRAMES) + 1;
    this.#breath.read(frame - blocks * BLOCK_FRAMES);
    this.flowTo = this.#breath.flow;
    for (let block = -blocks; block < 0; block++) this.render(this.#past, frame + block * BLOCK_FRAMES);
  }

  /** Writes how far the larynx is open, about 0..1, over the block that begins at `frame`. */
  render(open: Float64Array, frame: number): void {
    this.#pulses.read(frame);
    this.flowFrom = this.flowTo;
    this.flowTo = this.#breath.flow;
    const count = this.#pulses.find();
    for (let i = 0; i < count; i++) this.#add(i, frame);
    this.#bursts.take(open, this.#past, frame);
  }

  /** Adds a pulse that was found in the block at `frame`. */
  #add(found: number, frame: number): void {
    const pulse = this.#pulses.beat[found] ?? 0;
    const strength = 2 * (hashUnit(this.#seed, pulse, 3) + hashUnit(this.#seed, pulse, 4) - 1);
    const gain = Math.SQRT2 * dbToGain(STRENGTH_DB * strength);
    this.#bursts.add(this.#burst, this.#burst.length, frame + (this.#pulses.offset[found] ?? 0), gain, 0);
  }

  /** Sets `total` and the breath to `frame`. The breath adds turns while going out and takes them back. */
  read(frame: number): void {
    this.#breath.read(frame);
    this.#phase.read(frame);
    const { isOut, passed, hz } = this.#breath;
    const added = PULSE.outOverInHz / 4 / hz;
    this.total = this.#phase.total + added * (isOut ? passed : 1 - passed);
  }
}

function burst(sampleRate: number): Float64Array {
  const { attackSeconds, decaySeconds, seconds } = BURST;
  return Float64Array.from({ length: Math.ceil(seconds * sampleRate) }, (_, frame) => {
    const at = frame / sampleRate;
    const attack = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, at / attackSeconds));
    return attack * Math.exp(-at / decaySeconds) * (1 - at / seconds);
  });
}
