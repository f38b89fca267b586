import type { Ending } from "../engine/fades.ts";
import { deadlineSeconds } from "./deadline.ts";
import type { Clock, NightEngine } from "./deps.ts";

/**
 * Keeps the night's end where the wall clock says it is: lays it on the audio clock, and lays it anew whenever the
 * timer changes or the audio clock has stood still.
 */
export class EndingKeeper {
  readonly #engine: NightEngine;
  readonly #clock: Clock;
  readonly #onFade: () => void;
  readonly #onSilence: () => void;
  #deadline: number | null = null;
  #fadeSeconds = 0;
  #ending: Ending | null = null;
  #cancelSilence: (() => void) | null = null;

  /**
   * @param onFade told when the fade begins
   * @param onSilence told when the end passes while the audio clock is held
   */
  constructor(engine: NightEngine, clock: Clock, onFade: () => void, onSilence: () => void) {
    this.#engine = engine;
    this.#clock = clock;
    this.#onFade = onFade;
    this.#onSilence = onSilence;
  }

  /** Length of the fade before the end, seconds. */
  get fadeSeconds(): number {
    return this.#fadeSeconds;
  }

  /** Whether the fade has begun, by the audio clock. */
  get fading(): boolean {
    const ending = this.#ending;
    return ending !== null && this.#engine.seconds >= ending.deadlineSeconds - ending.fadeSeconds;
  }

  /** Whether the end has passed on the wall clock. */
  get passed(): boolean {
    return this.#deadline !== null && this.#deadline <= this.#clock.now();
  }

  /** Takes up an end on the wall clock (epoch ms; null = all night). */
  keep(deadline: number | null, fadeSeconds: number): void {
    this.#deadline = deadline;
    this.#fadeSeconds = fadeSeconds;
  }

  /** The end on the audio clock, for a night that is at `nightSeconds` now. */
  plan(nightSeconds: number = this.#engine.seconds): Ending | null {
    const deadline = this.#deadline;
    this.#ending =
      deadline === null
        ? null
        : {
            deadlineSeconds: deadlineSeconds(deadline, this.#clock.now(), nightSeconds),
            fadeSeconds: this.#fadeSeconds,
          };
    return this.#ending;
  }

  /** Lays the end down on the running engine. */
  lay(): void {
    this.rest();
    this.#engine.setEnding(this.plan());
    this.watchFade();
  }

  /** Tells when the fade begins. */
  watchFade(): void {
    const ending = this.#ending;
    if (!ending) return;
    const fadeAt = Math.max(this.#engine.seconds, ending.deadlineSeconds - ending.fadeSeconds);
    this.#engine.at(fadeAt, () => {
      if (this.#ending === ending) this.#onFade();
    });
  }

  /** While the audio clock is held: a night whose end passes stays silent. */
  watchSilence(): void {
    this.rest();
    if (this.#deadline === null) return;
    const left = Math.max(0, this.#deadline - this.#clock.now());
    this.#cancelSilence = this.#clock.after(left, this.#onSilence);
  }

  /** Stops watching. */
  rest(): void {
    this.#cancelSilence?.();
    this.#cancelSilence = null;
  }
}
