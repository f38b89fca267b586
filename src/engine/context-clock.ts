import type { Context } from "tone/build/esm/core/context/Context.js";

/** A browser that has not let sound begin by then has refused. */
const REFUSED_AFTER_MS = 4000;

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
      const asked = this.#rests || (this.#wakes && state === "running");
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

  /** Stops the clock after a while, when what sounds has faded. */
  rest(afterSeconds: number): void {
    clearTimeout(this.#pending);
    this.#rests = true;
    this.#pending = setTimeout(() => this.#raw?.suspend().catch(() => undefined), afterSeconds * 1000);
  }

  get #raw(): AudioContext | null {
    const raw = this.#context.rawContext;
    return raw instanceof AudioContext ? raw : null;
  }
}
