import type { SoundPlan, Stretch } from "../engine/plan.ts";
import {
  type BreathPhase,
  breathAt,
  breathSeconds,
  breathsFrom,
  lungsAt,
  phaseOf,
} from "../session/breath.ts";
import type { Breath, Breathing } from "../session/cue.ts";
import { followedBreath } from "./bed-plan.ts";
import type { NightEngine } from "./deps.ts";

/** A breath is named this many times; then its rhythm is known, and the screen may be dark. */
const NAMED_BREATHS = 3;

/** What the orb, its words and the haptics follow: the night's one breath, in the stretches that ask to be followed. */
export class BreathFollower {
  readonly #engine: NightEngine;
  readonly #onBreath: (breath: Breath) => void;
  #breaths: Breathing | null = null;
  #stretches: readonly Stretch[] = [];
  #named: readonly Stretch[] = [];
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
    this.#named = plan.breathing ? this.#stretches.map(beginningOf(plan.breathing)) : [];
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
    this.#named = [];
    this.#breaths = null;
  }

  /** How full the lungs are now, 0..1; null when there is nothing to follow. */
  get level(): number | null {
    const seconds = this.#engine.seconds;
    return this.#breaths && within(this.#stretches, seconds) ? lungsAt(this.#breaths, seconds) : null;
  }

  /** What the breath does now; null when there is nothing to follow, or nothing to name any more. */
  get phase(): BreathPhase | null {
    const seconds = this.#engine.seconds;
    const breath = this.#breaths && within(this.#named, seconds) ? breathAt(this.#breaths, seconds) : null;
    return breath && phaseOf(breath, seconds);
  }
}

function within(stretches: readonly Stretch[], seconds: number): boolean {
  return stretches.some(({ fromSeconds, untilSeconds }) => seconds >= fromSeconds && seconds < untilSeconds);
}

/** The part of a stretch in which its breaths are named. */
function beginningOf(breaths: Breathing): (stretch: Stretch) => Stretch {
  return ({ fromSeconds, untilSeconds }) => {
    const last = breathsFrom(breaths, fromSeconds, NAMED_BREATHS).at(-1);
    const named = last ? last.atSeconds + breathSeconds(last) : fromSeconds;
    return { fromSeconds, untilSeconds: Math.min(untilSeconds, named) };
  };
}
