import { BeatEvents } from "./beat-events.ts";
import { dbToGain } from "./db.ts";
import { GrainBuffer } from "./grain-buffer.ts";
import { hashUnit } from "./hash.ts";
import { FIRST_SOUND, type HeartSound, heartSound, SECOND_SOUND } from "./heart-sound.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PlannedPhase } from "./planned-phase.ts";

/** From the first sound to the second; it hardly changes with the rate. */
const SYSTOLE_SECONDS = 0.31;
/** Standard deviation of the time between beats, in beats. */
const VARIATION = 0.03;
/** Beats differ in strength by so much either way, dB. */
const STRENGTH_DB = 1;
const MUFFLED = 0;
const OPEN = 1;
/** From a beat to the end of its second sound, seconds. */
export const BEAT_SECONDS = 0.75;

/** A beating heart, heard in the middle: two sounds a beat, a little irregular, at a rate that follows a plan. */
export class Heartbeat {
  /** Turns of the heart at the start of the block: whole where a first sound begins, but for its irregularity. */
  turns = 0;
  /** The same at the start of the next block. */
  nextTurns = 0;
  /** How the block's beats are heard: 0 muffled .. 1 open. Set before it is rendered. */
  openness = 0;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #phase: PlannedPhase;
  readonly #beats: BeatEvents;
  readonly #grains: GrainBuffer;
  readonly #past = new Float64Array(BLOCK_FRAMES);
  readonly #first: Sound;
  readonly #second: Sound;

  /** @param beatsPerMinuteAt the plan, by absolute frame */
  constructor(seed: number, sampleRate: number, beatsPerMinuteAt: (frame: number) => number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#phase = new PlannedPhase(sampleRate, (frame) => beatsPerMinuteAt(frame) / 60, hashUnit(seed, 1));
    this.#beats = new BeatEvents(seed, VARIATION, this.#phase);
    this.#grains = new GrainBuffer(BEAT_SECONDS, sampleRate);
    const { first, second } = soundsAt(sampleRate);
    this.#first = first;
    this.#second = second;
  }

  /** Looks back from `frame` for a beat that still sounds there. @param opennessAt `openness` by frame */
  start(frame: number, opennessAt: (frame: number) => number): void {
    this.#phase.reset();
    this.#beats.reset();
    this.#grains.reset();
    const blocks = Math.ceil((BEAT_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) {
      const at = frame + block * BLOCK_FRAMES;
      this.openness = opennessAt(at);
      this.render(this.#past, this.#past, at);
    }
  }

  /** Writes the block that begins at `frame` to both channels. */
  render(left: Float64Array, right: Float64Array, frame: number): void {
    this.#beat(frame);
    this.#grains.take(left, right, frame);
  }

  #beat(frame: number): void {
    this.#beats.read(frame);
    this.turns = this.#beats.from;
    this.nextTurns = this.#beats.to;
    const count = this.#beats.find();
    for (let i = 0; i < count; i++) {
      const beat = this.#beats.beat[i] ?? 0;
      const at = frame + (this.#beats.offset[i] ?? 0);
      const gain = dbToGain(STRENGTH_DB * (2 * hashUnit(this.#seed, beat, 3) - 1));
      this.#add(this.#first, at, gain);
      this.#add(this.#second, at, gain);
    }
  }

  #add({ delayFrames, muffled, open }: Sound, at: number, gain: number): void {
    this.#grains.add(muffled, muffled.length, at + delayFrames, gain * (1 - this.openness), 0);
    this.#grains.add(open, open.length, at + delayFrames, gain * this.openness, 0);
  }
}

interface Sound {
  readonly delayFrames: number;
  readonly muffled: Float64Array;
  readonly open: Float64Array;
}

interface Sounds {
  readonly first: Sound;
  readonly second: Sound;
}

/** By frames per second: they are the same for every heart. */
const reckoned = new Map<number, Sounds>();

function soundsAt(sampleRate: number): Sounds {
  const known = reckoned.get(sampleRate);
  if (known) return known;
  const sounds = {
    first: wavesOf(FIRST_SOUND, 0, sampleRate),
    second: wavesOf(SECOND_SOUND, SYSTOLE_SECONDS * sampleRate, sampleRate),
  };
  reckoned.set(sampleRate, sounds);
  return sounds;
}

function wavesOf(sound: HeartSound, delayFrames: number, sampleRate: number): Sound {
  return {
    delayFrames,
    muffled: heartSound(sound, MUFFLED, sampleRate),
    open: heartSound(sound, OPEN, sampleRate),
  };
}
