import type { Context } from "tone/build/esm/core/context/Context.js";
import { breathAt, breathSeconds } from "../session/breath.ts";
import type { Breath, Breathing, Cue } from "../session/cue.ts";
import { LOOK_AHEAD_SECONDS } from "./context.ts";
import { type Guide, type Stretch, shift } from "./plan.ts";

/**
 * Tells the screen of each cue when it is heard: on Tone's Transport, drawn at its audio time. What is late by more
 * than a quarter of a second (JavaScript slept) is left out by Draw; it would only pile up.
 */
export class CueClock {
  readonly #context: Context;
  readonly #emit: (cue: Cue) => void;
  readonly #planned = new Set<number>();

  constructor(context: Context, emit: (cue: Cue) => void) {
    this.#context = context;
    this.#emit = emit;
  }

  /**
   * Plans all cues of a guide that lie ahead. Cues are told with their night time.
   * @param timeOf the context time of a night time
   */
  add(guide: Guide, nowSeconds: number, timeOf: (seconds: number) => number): void {
    const { transport, draw } = this.#context;
    for (const own of guide.timeline.cues) {
      const cue = shift(own, guide.atSeconds);
      if (cue.atSeconds < nowSeconds) continue;
      const show = () => draw.schedule(() => this.#emit(cue), timeOf(cue.atSeconds));
      // The transport has gone through the next look-ahead already.
      if (cue.atSeconds < nowSeconds + LOOK_AHEAD_SECONDS + 0.5) {
        show();
        continue;
      }
      const id = transport.scheduleOnce(() => {
        this.#planned.delete(id);
        show();
      }, cue.atSeconds);
      this.#planned.add(id);
    }
  }

  /** Forgets what was planned. */
  clear(): void {
    for (const id of this.#planned) this.#context.transport.clear(id);
    this.#planned.clear();
    this.#context.draw.cancel(0);
  }
}

/** Calls at the beginning of each breath of a stretch that lies ahead, drawn at its audio time. Returns the way to stop. */
export function onEachBreath(
  context: Context,
  breathing: Breathing,
  nowSeconds: number,
  { fromSeconds, untilSeconds }: Stretch,
  call: (breath: Breath) => void,
): () => void {
  const { transport, draw } = context;
  let stopped = false;
  const plan = (seconds: number): void => {
    const breath = breathAt(breathing, seconds);
    if (!breath || stopped || breath.atSeconds >= untilSeconds) return;
    transport.scheduleOnce((time) => {
      if (!stopped) draw.schedule(() => call(breath), time);
      plan(middleOfNext(breath));
    }, breath.atSeconds);
  };
  const first = breathing[0]?.atSeconds ?? 0;
  const current = breathAt(breathing, Math.max(first, fromSeconds, nowSeconds));
  if (current) plan(current.atSeconds >= nowSeconds ? current.atSeconds + 0.001 : middleOfNext(current));
  return () => {
    stopped = true;
  };
}

/** A time that lies safely in the breath that follows. */
function middleOfNext(breath: Breath): number {
  return breath.atSeconds + breathSeconds(breath) * 1.25;
}
