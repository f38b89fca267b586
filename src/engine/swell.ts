import type { AutomationPlan, AutomationPoint } from "../dsp/automation.ts";
import type { Breathing } from "../session/cue.ts";

/**
 * The breath of a night as automation: 0 lungs empty, 1 full, raised cosine between, the last breath for ever.
 * Feeds every parameter with the role `breath`.
 */
export function swellPlan(breathing: Breathing): AutomationPlan {
  const points: AutomationPoint[] = [];
  for (const breath of breathing) {
    const full = breath.atSeconds + breath.inSeconds;
    const leaving = full + breath.holdSeconds;
    points.push({ atSeconds: breath.atSeconds, value: 0 }, { atSeconds: full, value: 1 });
    if (breath.holdSeconds > 0) points.push({ atSeconds: leaving, value: 1 });
    points.push({ atSeconds: leaving + breath.outSeconds, value: 0 });
  }
  const last = breathing.at(-1);
  if (!last) throw new Error("breathing: needs at least one breath");
  const periodSeconds = last.inSeconds + last.holdSeconds + last.outSeconds + last.restSeconds;
  points.push({ atSeconds: last.atSeconds + periodSeconds, value: 0 });
  return { points, curve: "cosine", repeat: { fromSeconds: last.atSeconds, periodSeconds } };
}
