import type { Guide, SoundPlan } from "../engine/plan.ts";
import type { SessionDocument } from "../session/schema.ts";
import { timeline } from "../session/timeline.ts";
import { bedPlan } from "./bed-plan.ts";
import type { Pack } from "./deps.ts";
import type { NightRequest } from "./night.ts";

/** Lays part of a spoken document into a running night. */
export function guideOf(
  session: SessionDocument,
  request: NightRequest,
  pack: Pick<Pack, "seconds"> | null,
  atSeconds: number,
  only: readonly string[],
): Guide {
  const laid = timeline(session, {
    ...setting(session, request, pack),
    wantedSeconds: null,
    leadSeconds: 0,
    only,
  });
  return { timeline: laid, atSeconds, voice: voiceOf(request, pack) };
}

/** The night's sound as asked for: its mix, its breath, and for a guided session its words. */
export function soundPlan(
  request: NightRequest,
  pack: Pick<Pack, "seconds"> | null,
  seed: number,
): Omit<SoundPlan, "ending"> {
  const { session, levels } = request;
  if (session.kind === "guided" && request.narrator.kind !== "none") {
    const laid = timeline(session, {
      ...setting(session, request, pack),
      wantedSeconds: request.wantedSeconds,
      seed,
    });
    const guide: Guide = { timeline: laid, atSeconds: 0, voice: voiceOf(request, pack) };
    return { seed, layers: levels, breathing: laid.breathing, breathTone: [], guides: [guide] };
  }
  return bedPlan(request, seed);
}

function setting(session: SessionDocument, request: NightRequest, pack: Pick<Pack, "seconds"> | null) {
  const { language, breath, answers, slots } = request;
  return {
    language,
    ...(answers ? { answers } : {}),
    ...(slots ? { slots } : {}),
    breath: breath && { perMinute: breath.perMinute },
    ...(pack ? { lineSeconds: (line: string) => pack.seconds(session.id, line) ?? Number.NaN } : {}),
  };
}

/** Without its recordings a narrator is captions. */
function voiceOf({ narrator }: NightRequest, pack: unknown): Guide["voice"] {
  if (narrator.kind === "pack") return pack ? "recorded" : "silent";
  return narrator.kind === "device" ? "device" : "silent";
}
