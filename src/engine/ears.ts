import type { Context } from "tone/build/esm/core/context/Context.js";
import { BUS_NAMES, type BusName } from "./buses.ts";
import type { SoundPlan } from "./plan.ts";
import type { Sound } from "./sound.ts";
import { Tap } from "./tap.ts";

declare global {
  /** There with `?ears` in the address, once a night has begun. */
  var luwteEars: Ears | undefined;
}

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
  /** What has passed through a bus so far: raw float32 samples, base64. */
  heard(bus: BusName): Promise<{ firstFrame: number; left: string; right: string }>;
  /** Largest reduction of the limiter since the last time, dB. */
  reductionDb(): Promise<number>;
}

/**
 * Listens to every bus of a night from its first sample on. Loaded only where the address asks for it (`?ears`), for
 * the end-to-end tests: they hear what a person would.
 */
export function listen(context: Context, sound: Sound): Ears {
  const taps = new Map(BUS_NAMES.map((bus) => [bus, new Tap(context, sound.buses, bus)]));
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
    async heard(bus) {
      const { firstFrame, left, right } = taps.get(bus)?.recording() ?? EMPTY;
      return { firstFrame, left: await base64(left), right: await base64(right) };
    },
    reductionDb: () => sound.buses.limiter.reductionDb(),
  };
}

const EMPTY = { firstFrame: 0, left: new Float32Array(0), right: new Float32Array(0) };

function base64(samples: Float32Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([samples.slice()]));
  });
}
