import type { AutomationPlan, AutomationPoint } from "../dsp/automation.ts";
import { breathSeconds } from "../session/breath.ts";
import type { Breath, Breathing } from "../session/cue.ts";

/** Between which values a breath moves, 0..1. */
interface Reach {
  readonly empty: number;
  readonly full: number;
}

/** The shortest breath in with which waves move their whole way, seconds: in less that would startle. */
const WHOLE_WAVE_SECONDS = 4.5;
/** Of a wave that moves less so much is taken at its trough, the rest at its crest: as loud as a whole one. */
const TROUGH_PART = 0.75;

/**
 * The breath of a night as automation: 0 lungs empty, 1 full, raised cosine between, the last breath for ever.
 * Feeds every parameter with the role `breath`.
 */
export function swellPlan(breathing: Breathing): AutomationPlan {
  return planOf(breathing, () => ({ empty: 0, full: 1 }));
}

/** The breath as waves follow it: less far where it is quick, so that none rises faster than the startle rule allows. */
export function wavePlan(breathing: Breathing): AutomationPlan {
  return planOf(breathing, ({ inSeconds }) => {
    const left = Math.max(0, 1 - inSeconds / WHOLE_WAVE_SECONDS);
    return { empty: TROUGH_PART * left, full: 1 - (1 - TROUGH_PART) * left };
  });
}

function planOf(breathing: Breathing, reachOf: (breath: Breath) => Reach): AutomationPlan {
  const first = breathing[0];
  const last = breathing.at(-1);
  if (!first || !last) throw new Error("breathing: needs at least one breath");
  const points: AutomationPoint[] = [];
  const breaths = [...leadIn(first), ...breathing];
  for (const [index, breath] of breaths.entries()) {
    const { empty, full: value } = reachOf(breath);
    const emptied = reachOf(breaths[index + 1] ?? breath).empty;
    const full = breath.atSeconds + breath.inSeconds;
    const leaving = full + breath.holdSeconds;
    points.push({ atSeconds: breath.atSeconds, value: empty }, { atSeconds: full, value });
    if (breath.holdSeconds > 0) points.push({ atSeconds: leaving, value });
    points.push({ atSeconds: leaving + breath.outSeconds, value: emptied });
  }
  const periodSeconds = breathSeconds(last);
  points.push({ atSeconds: last.atSeconds + periodSeconds, value: reachOf(last).empty });
  return { points, curve: "cosine", repeat: { fromSeconds: last.atSeconds, periodSeconds } };
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
