import type { SoundPlan, Stretch } from "../engine/plan.ts";
import { lungsAt } from "../session/breath.ts";
import type { Breath, Breathing } from "../session/cue.ts";
import type { NightEngine } from "./deps.ts";
import { followedBreath } from "./guides.ts";

/** What the orb and the haptics follow: the night's one breath, in the stretches that ask to be followed. */
export class BreathFollower {
  readonly #engine: NightEngine;
  readonly #onBreath: (breath: Breath) => void;
  #breaths: Breathing | null = null;
  #stretches: readonly Stretch[] = [];
  #stops: (() => void)[] = [];

  /** @param onBreath told as each followed breath begins, when it is heard */
  constructor(engine: NightEngine, onBreath: (breath: Breath) => void) {
    this.#engine = engine;
    this.#onBreath = onBreath;
  }

  /** Follows the breath of a night that is about to begin. */
  take(plan: Pick<SoundPlan, "guides" | "breathing" | "breathTone">): void {
    this.drop();
    this.#breaths = plan.breathing;
    this.#stretches = followedBreath(plan);
  }

  /** Tells of each breath from now on; once the night runs. */
  watch(): void {
    const breaths = this.#breaths;
    if (!breaths) return;
    this.#stops = this.#stretches.map((stretch) => this.#engine.eachBreath(breaths, stretch, this.#onBreath));
  }

  drop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#stretches = [];
    this.#breaths = null;
  }

  /** How full the lungs are now, 0..1; null when there is nothing to follow. */
  get level(): number | null {
    const seconds = this.#engine.seconds;
    const followed = this.#stretches.some((s) => seconds >= s.fromSeconds && seconds < s.untilSeconds);
    return this.#breaths && followed ? lungsAt(this.#breaths, seconds) : null;
  }
}
