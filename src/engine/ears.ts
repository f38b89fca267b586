import type { Context } from "tone/build/esm/core/context/Context.js";
import { BUS_NAMES, type BusName } from "./buses.ts";
import { type Levels, LevelTap } from "./level-tap.ts";
import type { SoundPlan } from "./plan.ts";
import type { Sound } from "./sound.ts";
import { Tap } from "./tap.ts";

declare global {
  /** There with `?ears` in the address, once a night has begun. */
  var luwteEars: Ears | undefined;
}

export type Side = "left" | "right";

/** What a test may ask of a running night. */
export interface Ears {
  /** What the night was set going with. */
  readonly plan: SoundPlan;
  /** Context time of night second 0. */
  originSeconds(): number;
  /** Sample rate, frames per second. */
  readonly sampleRate: number;
  /** The wall clock (performance.now(), ms) at context time 0, as well as half a second of looking can tell it. */
  contextStartMs(): Promise<number>;
  /** What has passed through a bus so far, or its last seconds, on the left or else the other side. */
  heard(bus: BusName, lastSeconds?: number, side?: Side): { firstFrame: number; samples: Float32Array };
  /** Largest reduction of the limiter since the last time, dB. */
  reductionDb(): Promise<number>;
  /** Context time at which nothing is to sound any more, as laid now; Infinity where it goes on. */
  endSeconds(): number;
  /** The level of the master bus so far, where `levels` was asked for. */
  levels(): Levels;
}

/**
 * Listens to the buses of a night from its first sample on. Loaded only where the address asks for it (`?ears`), for
 * the end-to-end tests: they hear what a person would.
 * @param keeps what is heard, by name, commas between: buses, or `levels`, the course of the master bus's level alone,
 *   for hours; empty: every bus
 */
export function listen(context: Context, sound: Sound, keeps: string): Ears {
  const wanted: readonly string[] = keeps === "" ? BUS_NAMES : keeps.split(",");
  const levelTap = wanted.includes("levels")
    ? new LevelTap(context, sound.buses, performance.timeOrigin)
    : null;
  const heardBuses = BUS_NAMES.filter((bus) => wanted.includes(bus));
  const taps = new Map(heardBuses.map((bus) => [bus, new Tap(context, sound.buses, bus)]));
  return {
    plan: sound.plan,
    sampleRate: context.sampleRate,
    originSeconds: () => sound.timeOf(0),
    contextStartMs: () => contextStartMs(context),
    heard(bus, lastSeconds = Number.POSITIVE_INFINITY, side = "left") {
      const recording = taps.get(bus)?.recording(lastSeconds * context.sampleRate);
      if (!recording) throw new Error(`the ears were not asked to hear ${bus}`);
      return { firstFrame: recording.firstFrame, samples: recording[side] };
    },
    reductionDb: () => sound.buses.limiter.reductionDb(),
    endSeconds: () => sound.buses.limiter.untilTime,
    levels: () => levelTap?.levels() ?? NO_LEVELS,
  };
}

const LOOKS = 100;
const LOOK_MS = 5;

/** The clock that JavaScript reads lags by up to a callback: the smallest difference is the truest. */
async function contextStartMs(context: Context): Promise<number> {
  let smallest = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS; look++) {
    smallest = Math.min(smallest, performance.now() - context.currentTime * 1000);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return smallest;
}

const NO_LEVELS: Levels = { frames: [], peaks: [], powers: [], heardMs: [] };
