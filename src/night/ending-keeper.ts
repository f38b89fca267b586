import type { Ending } from "../engine/fades.ts";
import type { Clock, NightEngine } from "./deps.ts";
import { endingOf, endMsOf, type NightChoice } from "./night-choice.ts";

/**
 * Keeps the night's end where the wall clock says it is: lays it on the audio clock, and lays it anew whenever the
 * timer changes or the audio clock has stood still.
 */
export class EndingKeeper {
  readonly #engine: NightEngine;
  readonly #clock: Clock;
  readonly #onFade: () => void;
  readonly #onSilence: () => void;
  #choice: NightChoice = { deadline: null, fadeSeconds: 0 };
  #endMs: number | null = null;
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
    return this.#choice.fadeSeconds;
  }

  /** Whether the fade has begun, by the audio clock. */
  get fading(): boolean {
    const ending = this.#ending;
    return ending !== null && this.#engine.seconds >= ending.deadlineSeconds - ending.fadeSeconds;
  }

  /** Whether the end has passed on the wall clock: nothing is to sound any more. */
  get passed(): boolean {
    return this.#endMs !== null && this.#endMs <= this.#clock.now();
  }

  /** For how long the end has passed on the wall clock, seconds; negative before it. */
  get passedSeconds(): number {
    return this.#endMs === null ? Number.NEGATIVE_INFINITY : (this.#clock.now() - this.#endMs) / 1000;
  }

  /** How far the end is laid from where the wall clock has it now, seconds. */
  get driftSeconds(): number {
    const wanted = endingOf(this.#choice, this.#clock.now(), this.#engine.seconds);
    return wanted && this.#ending ? this.#ending.deadlineSeconds - wanted.deadlineSeconds : 0;
  }

  /** Takes up an end on the wall clock. */
  keep(choice: NightChoice): void {
    this.#choice = choice;
    this.#endMs = endMsOf(choice);
  }

  /** The end on the audio clock, for a night that is at `nightSeconds` now. */
  plan(nightSeconds: number = this.#engine.seconds): Ending | null {
    this.#ending = endingOf(this.#choice, this.#clock.now(), nightSeconds);
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
    if (this.#endMs === null) return;
    const left = Math.max(0, this.#endMs - this.#clock.now());
    this.#cancelSilence = this.#clock.after(left, this.#onSilence);
  }

  /** Stops watching. */
  rest(): void {
    this.#cancelSilence?.();
    this.#cancelSilence = null;
  }
}
