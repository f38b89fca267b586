import { ClusteredEvents } from "./clustered-events.ts";
import { dbToGain } from "./db.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { hashBits } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { type Burst, writeBurst } from "./noise-burst.ts";
import { Random } from "./random.ts";

/** Crackles per second of a fire that crackles most. */
export const HIGHEST_CRACKLE_RATE = 15;
/** A split runs on: 2-8 crackles, most of them within half a second. */
const CLUSTER = { events: { least: 2, most: 8 }, delaySeconds: { mean: 0.3, most: 1.2 } };
/** The more crackles a split has, the softer each: as many as this, and they have their usual level. */
const USUAL_COMPANY = 4;
/** Level of a crackle: its deviation, and the most it may exceed the median by: half of them are as loud as any. */
const GAIN_DEVIATION_DB = 8;
const GAIN_MOST_DB = 0;
const LENGTH_SECONDS = { least: 0.003, most: 0.012 };
/** Sharp, and hardly pitched. */
const CRACKLE = { attackPart: 0.1, damping: 4 };
/** Centre of a crackle, Hz: lognormal; the long ones are lower. */
const PITCH_HZ = { median: 4500, sigma: 0.6, least: 700, most: 9000 };
/** An ear hears so much of what the other hears: a crackle comes from somewhere, and from the walls. */
const ACROSS = 0.35;

/** From a cluster's beginning to the end of its last crackle, seconds. */
export const CRACKLE_SECONDS = CLUSTER.delaySeconds.most + LENGTH_SECONDS.most;

/** The crackles of a fire: wood that splits in clusters. */
export class FireCrackles {
  readonly events: ClusteredEvents;
  gain = 1;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #random = new Random();
  readonly #grain: Float64Array;
  readonly #burst: Burst = { ...CRACKLE, seconds: 0, hz: 0 };

  constructor(seed: number, sampleRate: number) {
    this.#seed = hashBits(seed, 1);
    this.#sampleRate = sampleRate;
    this.events = new ClusteredEvents(seed, HIGHEST_CRACKLE_RATE, CLUSTER, sampleRate);
    this.#grain = new Float64Array(Math.ceil(LENGTH_SECONDS.most * sampleRate) + 1);
  }

  /** Writes the crackles of the clusters that begin in the block at `frame`. */
  write(into: GrainBuffer, frame: number): void {
    const count = this.events.draw(frame / BLOCK_FRAMES);
    for (let i = 0; i < count; i++) this.#crackle(into, i);
  }

  /** @param drawn which of the events drawn it is */
  #crackle(into: GrainBuffer, drawn: number): void {
    const { events, gain } = this;
    const random = this.#random;
    const burst = this.#burst;
    const at = events.frame[drawn] ?? 0;
    random.seed(this.#seed, Math.floor(at), drawn);
    const shared = Math.min(1, Math.sqrt(USUAL_COMPANY / (events.company[drawn] ?? 1)));
    const level = gain * shared * dbToGain(Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * random.normal()));
    const size = random.unit();
    const pitch = PITCH_HZ.median * Math.exp(PITCH_HZ.sigma * random.normal() - 0.8 * (size - 0.5));
    const right = 0.25 * (1 + 0.8 * (events.place[drawn] ?? 0)) * Math.PI;
    burst.seconds = LENGTH_SECONDS.least * (LENGTH_SECONDS.most / LENGTH_SECONDS.least) ** size;
    burst.hz = Math.min(PITCH_HZ.most, Math.max(PITCH_HZ.least, pitch));
    into.place(at, level * Math.cos(right), ACROSS - 1);
    this.#side(into);
    into.place(at, level * Math.sin(right), 1 - ACROSS);
    this.#side(into);
  }

  /** What one ear hears: its own noise, and a part of it at the other. */
  #side(into: GrainBuffer): void {
    into.write(this.#grain, writeBurst(this.#grain, this.#burst, this.#random, this.#sampleRate));
  }
}
