import type { AutomationPlan, AutomationPoint } from "../dsp/automation.ts";
import { breathSeconds } from "../session/breath.ts";
import type { Breath, Breathing } from "../session/cue.ts";

/** The shortest breath in that a wave rises to its full height with, seconds: higher in less it would startle. */
const FULL_WAVE_SECONDS = 4;

/**
 * The breath of a night as automation: 0 lungs empty, 1 full, raised cosine between, the last breath for ever.
 * Feeds every parameter with the role `breath`.
 * @param heightOf how high a breath rises, 0..1
 */
export function swellPlan(
  breathing: Breathing,
  heightOf: (breath: Breath) => number = () => 1,
): AutomationPlan {
  const first = breathing[0];
  const last = breathing.at(-1);
  if (!first || !last) throw new Error("breathing: needs at least one breath");
  const points: AutomationPoint[] = [];
  for (const breath of [...leadIn(first), ...breathing]) {
    const full = breath.atSeconds + breath.inSeconds;
    const leaving = full + breath.holdSeconds;
    const value = heightOf(breath);
    points.push({ atSeconds: breath.atSeconds, value: 0 }, { atSeconds: full, value });
    if (breath.holdSeconds > 0) points.push({ atSeconds: leaving, value });
    points.push({ atSeconds: leaving + breath.outSeconds, value: 0 });
  }
  const periodSeconds = breathSeconds(last);
  points.push({ atSeconds: last.atSeconds + periodSeconds, value: 0 });
  return { points, curve: "cosine", repeat: { fromSeconds: last.atSeconds, periodSeconds } };
}

/** The breath as waves follow it: lower where it is quick, so that none rises faster than the startle rule allows. */
export function wavePlan(breathing: Breathing): AutomationPlan {
  return swellPlan(breathing, ({ inSeconds }) => Math.min(1, inSeconds / FULL_WAVE_SECONDS));
}

/** The first breath, repeated backwards to before the night began: the sea moves before the guide asks for a breath. */
function leadIn(first: Breath): Breath[] {
  const length = breathSeconds(first);
  const count = Math.max(0, Math.ceil((first.atSeconds + SETTLE_SECONDS) / length));
  return Array.from({ length: count }, (_, i) => ({
    ...first,
    atSeconds: first.atSeconds - (count - i) * length,
  }));
}

/** Kernels look back before night second 0; the sea has been moving for longer than that. */
const SETTLE_SECONDS = 60;
