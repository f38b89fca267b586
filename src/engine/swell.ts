import type { AutomationPlan, AutomationPoint } from "../dsp/automation.ts";
import { breathSeconds } from "../session/breath.ts";
import type { Breath, Breathing } from "../session/cue.ts";

/** The shortest breath in with which waves move their whole way, seconds: in less that would startle. */
const WHOLE_WAVE_SECONDS = 4.5;
/** However quick a breath, waves go so much of their way: it is to be heard in them. */
const LEAST_WAY = 0.33;
/** Of a wave that moves less so much is taken at its trough, the rest at its crest: as loud as a whole one. */
const TROUGH_PART = 0.75;

/**
 * The breath of a night as automation: 0 lungs empty, 1 full, raised cosine between, the last breath for ever.
 * Feeds every parameter with the role `breath`.
 * @param wayOf how much of that way a breath in of so many seconds goes, 0..1
 */
export function swellPlan(breathing: Breathing, wayOf = (_inSeconds: number) => 1): AutomationPlan {
  const first = breathing[0];
  const last = breathing.at(-1);
  if (!first || !last) throw new Error("no breath");
  const points: AutomationPoint[] = [];
  let empty = 0;
  for (const breath of [...leadIn(first), ...breathing]) {
    const way = wayOf(breath.inSeconds);
    const full = breath.atSeconds + breath.inSeconds;
    const leaving = full + breath.holdSeconds;
    empty = TROUGH_PART * (1 - way);
    const value = empty + way;
    points.push(
      { atSeconds: breath.atSeconds, value: empty },
      { atSeconds: full, value },
      { atSeconds: leaving, value },
    );
    if (breath.restSeconds > 0) points.push({ atSeconds: leaving + breath.outSeconds, value: empty });
  }
  const periodSeconds = breathSeconds(last);
  points.push({ atSeconds: last.atSeconds + periodSeconds, value: empty });
  return { points, curve: "cosine", repeat: { fromSeconds: last.atSeconds, periodSeconds } };
}

/** The breath as waves follow it: less far where it is quick, so that none rises faster than the startle rule allows. */
export function wavePlan(breathing: Breathing): AutomationPlan {
  return swellPlan(breathing, (inSeconds) =>
    Math.min(1, Math.max(LEAST_WAY, inSeconds / WHOLE_WAVE_SECONDS)),
  );
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
