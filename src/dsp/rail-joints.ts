import { BeatEvents } from "./beat-events.ts";
import { dbToGain } from "./db.ts";
import { GrainBuffer } from "./grain-buffer.ts";
import { hashUnit } from "./hash.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PlannedPhase } from "./planned-phase.ts";
import { railKnocks } from "./rail-knock.ts";

const RAIL_METRES = 25;
/** Rails are not cut alike: standard deviation of their length, in rails. */
const RAIL_DEVIATION = 0.02;
/**
 * Two axles of a bogie lie 2.5 m apart. The berth is at the end of its carriage: the bogie under it, that of the carriage
 * behind beyond the coupling, and far ones at the carriages' other ends.
 */
const AXLES = [
  { metres: 0, gain: 1 },
  { metres: 2.5, gain: 0.9 },
  { metres: 7.3, gain: 0.7 },
  { metres: 9.8, gain: 0.65 },
  { metres: 17, gain: 0.5 },
  { metres: 19.5, gain: 0.45 },
] as const;
/** Some joints lie better than others: dB either way. */
const STRENGTH_DB = 3;
const PAN = 0.3;
/** How long a knock sounds, seconds. */
export const KNOCK_SECONDS = 0.25;
const VARIANTS = 6;

/** Wheels over the joints of a track, heard in the carriage, at a speed that follows a plan. */
export class RailJoints {
  readonly #seed: number;
  readonly #phase: PlannedPhase;
  readonly #joints: BeatEvents;
  readonly #grains: GrainBuffer;
  readonly #knocks: readonly Float64Array[];
  readonly #past = new Float64Array(BLOCK_FRAMES);
  readonly #blocks: number;
  readonly #eventsAt: (frame: number) => number;

  /**
   * @param metresPerSecondAt the plan, by absolute frame
   * @param eventsAt the part of the joints that is left, by absolute frame
   */
  constructor(
    seed: number,
    sampleRate: number,
    metresPerSecondAt: (frame: number) => number,
    eventsAt: (frame: number) => number,
  ) {
    this.#seed = seed;
    this.#eventsAt = eventsAt;
    const jointHz = (frame: number) => metresPerSecondAt(frame) / RAIL_METRES;
    this.#phase = new PlannedPhase(sampleRate, jointHz, hashUnit(seed, 1));
    this.#joints = new BeatEvents(seed, RAIL_DEVIATION, this.#phase);
    this.#grains = new GrainBuffer(KNOCK_SECONDS, sampleRate);
    this.#knocks = railKnocks(seed, VARIANTS, KNOCK_SECONDS, sampleRate);
    this.#blocks = Math.ceil((KNOCK_SECONDS * sampleRate) / BLOCK_FRAMES) + 1;
  }

  /** Looks back from `frame` for knocks that still sound there. */
  start(frame: number): void {
    this.#phase.reset();
    this.#joints.reset();
    this.#grains.reset();
    for (let block = -this.#blocks; block < 0; block++) {
      this.render(this.#past, this.#past, frame + block * BLOCK_FRAMES);
    }
  }

  /** Writes the block that begins at `frame` to both channels. */
  render(left: Float64Array, right: Float64Array, frame: number): void {
    this.#joints.read(frame);
    const kept = this.#eventsAt(frame);
    for (let axle = 0; axle < AXLES.length; axle++) {
      const { metres, gain } = AXLES[axle] ?? AXLES[0];
      this.#joints.delayTurns = metres / RAIL_METRES;
      const count = this.#joints.find();
      for (let i = 0; i < count; i++) {
        const joint = this.#joints.beat[i] ?? 0;
        if (hashUnit(this.#seed, joint, 7) >= kept) continue;
        const strength = STRENGTH_DB * (hashUnit(this.#seed, joint, 3) + hashUnit(this.#seed, joint, 4) - 1);
        const pan = PAN * (2 * hashUnit(this.#seed, joint, 5) - 1);
        const knock = this.#knocks[Math.floor(VARIANTS * hashUnit(this.#seed, joint, axle, 6))];
        if (!knock) continue;
        const at = Math.round(frame + (this.#joints.offset[i] ?? 0));
        this.#grains.add(knock, knock.length, at, gain * dbToGain(strength), pan);
      }
    }
    this.#grains.take(left, right, frame);
  }
}
