import { breathStretches } from "../engine/breath-stretches.ts";
import { type Guide, type SoundPlan, type Stretch, shift } from "../engine/plan.ts";
import { breathAt, breathing, breathSeconds } from "../session/breath.ts";
import type { Breathing } from "../session/cue.ts";
import type { NightRequest } from "./night.ts";

/** Without a guide, the first breath that asks to be followed. */
const BED_BREATH_SECONDS = 50;
/** The breath tone stays this long after the breath has come to its pace, then leaves the night to the bed. */
const BED_BREATH_STAYS_SECONDS = 180;

/** The sound of a night in which nobody speaks: its mix and its breath. */
export function bedPlan({ levels, breath }: NightRequest, seed: number): Omit<SoundPlan, "ending"> {
  if (!breath) return { seed, layers: levels, breathing: null, breathTone: [], guides: [] };
  const breaths = breathing({ atSeconds: BED_BREATH_SECONDS, ...breath });
  const settled = breaths.at(-1)?.atSeconds ?? BED_BREATH_SECONDS;
  const breathTone = [{ fromSeconds: BED_BREATH_SECONDS, untilSeconds: settled + BED_BREATH_STAYS_SECONDS }];
  return { seed, layers: levels, breathing: breaths, breathTone, guides: [] };
}

/** What a guide has still to say from a night time on, laid in again later. Its scenes and bells stay where they were. */
export function restOf(guide: Guide, fromSeconds: number, atSeconds: number): Guide {
  const said = fromSeconds - guide.atSeconds;
  const cues = guide.timeline.cues
    .filter((cue) => cue.kind === "say" && cue.atSeconds >= said)
    .map((cue) => shift(cue, -said));
  return { ...guide, atSeconds, timeline: { ...guide.timeline, cues } };
}

/** The same night with nobody speaking and no breath to follow. */
export function withoutGuide(request: NightRequest): NightRequest {
  return { ...request, narrator: { kind: "none" }, breath: null };
}

/** When there is a breath to follow: the stretches in which the tone sounds and the orb moves. */
export function followedBreath(
  plan: Pick<SoundPlan, "guides" | "breathing" | "breathTone">,
): readonly Stretch[] {
  return plan.breathing
    ? breathStretches(plan.guides, plan.breathTone).map(wholeBreaths(plan.breathing))
    : [];
}

/** A stretch lengthened to the end of the breath that is under way when it ends. */
function wholeBreaths(breaths: Breathing): (stretch: Stretch) => Stretch {
  return ({ fromSeconds, untilSeconds }) => {
    const last = breathAt(breaths, untilSeconds - 0.01);
    const end = last ? last.atSeconds + breathSeconds(last) : untilSeconds;
    return { fromSeconds, untilSeconds: Math.max(untilSeconds, end) };
  };
}
