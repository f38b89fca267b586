import type { Context } from "tone/build/esm/core/context/Context.js";
import { LOOK_AHEAD_SECONDS } from "./context.ts";

/** Calls at night times: by the transport, or by plain timers where it has gone through its look-ahead already. */
export class NightCalls {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /**
   * Calls at a night time, at most a second ahead of it.
   * @param now night time now, seconds
   */
  at(context: Context | null, now: number, seconds: number, call: () => void): void {
    const left = seconds - now;
    if (left > LOOK_AHEAD_SECONDS + 0.5) {
      context?.transport.scheduleOnce(call, seconds);
      return;
    }
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        call();
      },
      Math.max(0, left * 1000),
    );
    this.#timers.add(timer);
  }

  /** Forgets what only timers know; the transport's calls go with its events. */
  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
