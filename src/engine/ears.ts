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
  /** The wall clock (performance.now(), ms) at context time 0, as well as it can be told. */
  contextStartMs(): number;
  /** What has passed through a bus so far, or its last seconds, on the left or else the other side: float32, base64. */
  heard(bus: BusName, lastSeconds?: number, side?: Side): Promise<{ firstFrame: number; samples: string }>;
  /** Largest reduction of the limiter since the last time, dB. */
  reductionDb(): Promise<number>;
  /** Context time at which nothing is to sound any more, as laid now; Infinity where it goes on. */
  endSeconds(): number;
  /** The level of the master bus so far; with `?ears=levels`, which keeps nothing else. */
  levels(): Levels;
}

/**
 * Listens to every bus of a night from its first sample on. Loaded only where the address asks for it (`?ears`), for
 * the end-to-end tests: they hear what a person would.
 * @param keeps `levels`: the course of the master bus's level alone, for hours; else everything
 */
export function listen(context: Context, sound: Sound, keeps: string): Ears {
  const levelsAlone = keeps === "levels";
  const levelTap = levelsAlone ? new LevelTap(context, sound.buses, performance.timeOrigin) : null;
  const taps = new Map(levelsAlone ? [] : BUS_NAMES.map((bus) => [bus, new Tap(context, sound.buses, bus)]));
  let contextStartMs = Number.POSITIVE_INFINITY;
  // The clock that JavaScript reads lags by up to a callback: the smallest difference is the truest.
  const watch = setInterval(() => {
    if (context.state === "running") {
      contextStartMs = Math.min(contextStartMs, performance.now() - context.currentTime * 1000);
    }
    if (context.currentTime > 5) clearInterval(watch);
  }, 5);
  return {
    plan: sound.plan,
    sampleRate: context.sampleRate,
    originSeconds: () => sound.timeOf(0),
    contextStartMs: () => contextStartMs,
    async heard(bus, lastSeconds = Number.POSITIVE_INFINITY, side = "left") {
      const recording = taps.get(bus)?.recording(lastSeconds * context.sampleRate) ?? EMPTY;
      return { firstFrame: recording.firstFrame, samples: await base64(recording[side]) };
    },
    reductionDb: () => sound.buses.limiter.reductionDb(),
    endSeconds: () => sound.buses.limiter.untilTime,
    levels: () => levelTap?.levels() ?? NO_LEVELS,
  };
}

const NO_LEVELS: Levels = { frames: [], peaks: [], powers: [], heardMs: [] };
const EMPTY = { firstFrame: 0, left: new Float32Array(0), right: new Float32Array(0) };

function base64(samples: Float32Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([samples.slice()]));
  });
}
