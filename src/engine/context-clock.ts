import type { Context } from "tone/build/esm/core/context/Context.js";

/** A browser that has not let sound begin by then has refused. */
const REFUSED_AFTER_MS = 4000;

/** A clock that stands still without saying so is not waited for longer. */
const MOST_LOOKS = 20;

/** Runs and rests a live context's clock, and tells apart what was asked for from what the system does by itself. */
export class ContextClock {
  readonly #context: Context;
  /** A rest was asked for; its stop is expected. */
  #rests = true;
  /** A run was asked for; its beginning is expected. */
  #wakes = false;
  #pending: ReturnType<typeof setTimeout> | undefined;

  /** @param onUnasked told when the clock stops, or runs again, without being asked: a call, an alarm, a lost output */
  constructor(context: Context, onUnasked: (state: AudioContextState) => void) {
    this.#context = context;
    context.on("statechange", (state) => {
      // Word of the last rest may come after the next run was asked for.
      const asked = this.#rests || (this.#wakes && (state === "running" || state === "suspended"));
      if (state === "running") this.#wakes = false;
      if (!asked) onUnasked(state);
    });
  }

  get running(): boolean {
    return this.#context.state === "running";
  }

  /** Lets the clock run, from a touch; resolves to false where the browser refuses. Takes back a rest to come. */
  async run(): Promise<boolean> {
    clearTimeout(this.#pending);
    this.#rests = false;
    this.#wakes = !this.running;
    // A bare resume() is never waited on: on iOS it may stay pending for ever.
    this.#raw?.resume().catch(() => undefined);
    if (this.running) return true;
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.#context.off("statechange", listen);
        resolve(this.running);
      };
      const listen = () => {
        if (this.running) settle();
      };
      const timer = setTimeout(settle, REFUSED_AFTER_MS);
      this.#context.on("statechange", listen);
    });
  }

  /**
   * Stops the clock after a while of its own time, when what sounds has faded: a busy machine's clock may go slower than
   * the day's.
   */
  rest(afterSeconds: number): void {
    clearTimeout(this.#pending);
    this.#rests = true;
    const raw = this.#raw;
    if (!raw) return;
    const restAt = raw.currentTime + afterSeconds;
    const look = (looks: number) => {
      const leftMs = (restAt - raw.currentTime) * 1000;
      if (leftMs > 1 && looks > 0 && this.running) {
        this.#pending = setTimeout(look, Math.max(20, leftMs), looks - 1);
      } else raw.suspend().catch(() => undefined);
    };
    this.#pending = setTimeout(look, afterSeconds * 1000, MOST_LOOKS);
  }

  get #raw(): AudioContext | null {
    const raw = this.#context.rawContext;
    return raw instanceof AudioContext ? raw : null;
  }
}
