import type { Content } from "../../../src/cli/content/read-content.ts";
import type { Guide, SoundPlan } from "../../../src/engine/plan.ts";
import { soundPlan } from "../../../src/night/guides.ts";
import type { NightRequest } from "../../../src/night/night.ts";
import type { SayCue } from "../../../src/session/cue.ts";
import type { SessionDocument } from "../../../src/session/schema.ts";
import type { Piece } from "./piece.ts";
import { RAMPS } from "./ramps.ts";

const LAYER_SECONDS = 12;
/** What comes now and then: an owl, thunder. */
const EVENTS_SECONDS = 240;
const BED_SECONDS = 20;
const LATE_SECONDS = 7 * 3600 + 13;
const SEED = 7;

/** What is compared: every layer, every kind of course, every bed at its start and late, a guided evening, a voice. */
export function piecesOf(content: Content): readonly Piece[] {
  const beds = content.sessions.filter(({ kind }) => kind === "bed");
  const windDown = content.sessions.find(({ id }) => id === "wind-down");
  const [bed] = beds;
  if (!windDown || !bed) throw new Error("the content lacks the wind-down or a bed.");
  return [
    ...[...content.layers.values()].map(({ id, character }): Piece => {
      return { kind: "layer", id, seconds: character === "events" ? EVENTS_SECONDS : LAYER_SECONDS };
    }),
    ...Object.keys(RAMPS).map((id): Piece => ({ kind: "ramp", id })),
    ...beds.flatMap((each) => [
      night(each.id, planOf(each), 0),
      night(`${each.id}, late`, planOf(each), LATE_SECONDS),
    ]),
    night("wind-down, breath and bells", planOf(windDown), 0, 90),
    night("a voice in its room", { ...planOf(bed), guides: [voice()] }, 0),
    night("fade of a bed", { ...planOf(bed), ending: { deadlineSeconds: 40, fadeSeconds: 30 } }, 5, 37),
  ];
}

function night(id: string, plan: SoundPlan, fromSeconds: number, seconds = BED_SECONDS) {
  return { kind: "night", id, plan, fromSeconds, seconds } as const;
}

function planOf(session: SessionDocument): SoundPlan {
  const request: NightRequest = {
    session,
    language: "en",
    narrator: { kind: "captions" },
    wantedSeconds: null,
    timer: "all-night",
    levels: session.bed.layers,
    breath: session.kind === "guided" ? { perMinute: 12, pattern: [4, 0, 6, 0] } : null,
    haptics: false,
  };
  return { ...soundPlan(request, null, SEED), ending: null };
}

/** A recorded line: it ducks the bed and sounds in the room. */
function voice(): Guide {
  const say: SayCue = { kind: "say", session: "x", line: "y", text: "", atSeconds: 11, seconds: 3 };
  const timeline = {
    session: "x",
    language: "en",
    seconds: 14,
    parts: [],
    cues: [say],
    breathing: null,
  } as const;
  return { timeline, atSeconds: 0, voice: "recorded" };
}
