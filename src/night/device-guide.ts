import type { Guide } from "../engine/plan.ts";
import { restOf } from "./bed-plan.ts";
import type { NightEngine, PlayerDeps } from "./deps.ts";
import type { NightState } from "./night.ts";
import { LAID_AHEAD_SECONDS } from "./opening.ts";

/**
 * What the device's own speech needs: a locked phone silences it, so it keeps the screen on (the app is black), and
 * where the page is hidden all the same the guide waits and the sound goes on.
 */
export class DeviceGuide {
  readonly #deps: Pick<PlayerDeps, "screen" | "speech">;
  readonly #engine: NightEngine;
  #speaking = false;
  /** What was still to be said when the page was hidden. */
  #waiting: { readonly guides: readonly Guide[]; readonly leftSeconds: number } | null = null;

  constructor(deps: Pick<PlayerDeps, "screen" | "speech" | "onVisibility">, engine: NightEngine) {
    this.#deps = deps;
    this.#engine = engine;
    deps.onVisibility((visible) => (visible ? this.#goOn() : this.#wait()));
  }

  /** Follows the night. */
  see({ phase, request, guide }: NightState): void {
    const sounding = phase === "playing" || phase === "fading";
    const speaking = sounding && request?.narrator.kind === "device" && guide !== "gone";
    if (guide === "gone" || phase === "ended") this.#waiting = null;
    if (speaking === this.#speaking) return;
    this.#speaking = speaking;
    if (speaking) this.#deps.screen.hold();
    else this.#deps.screen.release();
  }

  #wait(): void {
    if (!this.#speaking || this.#waiting) return;
    this.#waiting = { guides: this.#engine.guides, leftSeconds: this.#engine.seconds };
    this.#deps.speech.hush();
    this.#engine.dropWords();
  }

  #goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting || !this.#speaking) return;
    this.#deps.screen.hold();
    const atSeconds = this.#engine.seconds + LAID_AHEAD_SECONDS;
    for (const guide of waiting.guides) this.#engine.addGuide(restOf(guide, waiting.leftSeconds, atSeconds));
  }
}
