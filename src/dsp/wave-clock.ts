import { PlannedPhase } from "./planned-phase.ts";
import { USUAL_PERIOD_SECONDS, WAVE_SECONDS } from "./wave-sets.ts";

/** Waves are counted by a phase of which one turn is so many of them: more than a night has. */
const WAVES_IN_TURN = 8192;
/** The past is known in steps of this length, seconds. */
const STEP_SECONDS = 1;
const STEPS = Math.ceil(WAVE_SECONDS / STEP_SECONDS);

/** A clock that goes slower the longer the waves' period: when it shows 9 s more, another wave has come. */
export class WaveClock {
  /** What the clock shows. */
  seconds = 0;
  /** What it showed at the moment that is asked for, and how long ago that was. */
  shown = 0;
  age = 0;
  readonly #sampleRate: number;
  readonly #periodAt: (frame: number) => number;
  readonly #waves: PlannedPhase;
  /** How far the clock has gone in the last 1, 2, .. {@link STEPS} steps. */
  readonly #gone = new Float64Array(STEPS + 1);

  /** @param periodAt planned time from wave to wave at an absolute frame, seconds */
  constructor(sampleRate: number, periodAt: (frame: number) => number) {
    this.#sampleRate = sampleRate;
    this.#periodAt = periodAt;
    // Half a turn: the night has waves before its first second, too.
    this.#waves = new PlannedPhase(sampleRate, (frame) => 1 / (WAVES_IN_TURN * periodAt(frame)), 0.5);
  }

  /** Forgets where it was. */
  reset(): void {
    this.#waves.reset();
  }

  /** Sets the clock to a frame. */
  read(frame: number): void {
    this.#waves.read(frame);
    this.seconds = this.#waves.turns * WAVES_IN_TURN * USUAL_PERIOD_SECONDS;
    for (let step = 0; step < STEPS; step++) {
      const middle = frame - (step + 0.5) * STEP_SECONDS * this.#sampleRate;
      const pace = USUAL_PERIOD_SECONDS / this.#periodAt(middle);
      this.#gone[step + 1] = (this.#gone[step] ?? 0) + STEP_SECONDS * pace;
    }
  }

  /** Sets `age` to how long ago, in real seconds, the clock showed `shown`; longer than a wave is heard is Infinity. */
  readAge(): void {
    const gone = this.seconds - this.shown;
    this.age = Number.POSITIVE_INFINITY;
    for (let step = 0; step < STEPS; step++) {
      const from = this.#gone[step] ?? 0;
      const to = this.#gone[step + 1] ?? 0;
      if (gone >= to) continue;
      this.age = STEP_SECONDS * (step + (gone - from) / (to - from));
      return;
    }
  }
}
