import type { Begun } from "../engine/engine-options.ts";
import type { BreathFollower } from "./breath-follower.ts";
import type { NightEngine } from "./deps.ts";
import type { EndingKeeper } from "./ending-keeper.ts";
import type { Guidance } from "./guidance.ts";
import { soundPlan } from "./guides.ts";
import type { NightRequest } from "./night.ts";

/** What a night's sound is made of. */
export interface SoundParts {
  readonly engine: NightEngine;
  readonly guidance: Guidance;
  readonly breath: BreathFollower;
  readonly ending: EndingKeeper;
}

/**
 * Sets the sound of a night going, with its words, its breath and its end.
 * @param startedAt wall clock at which the night began, epoch ms: its seed
 * @param fromSeconds night time to begin at
 * @param counts false once it has been called off
 * @returns what came of it; null where it failed
 */
export async function beginSound(
  parts: SoundParts,
  request: NightRequest,
  startedAt: number,
  fromSeconds: number,
  counts: () => boolean,
): Promise<Begun | null> {
  const { engine, guidance, breath, ending } = parts;
  const pack = guidance.take(request);
  const guided = request.session.kind === "guided";
  const plan = soundPlan(request, guided ? await pack : null, Math.floor(startedAt) >>> 0);
  if (!counts()) return "called-off";
  breath.take(plan);
  const planned = { ...plan, ending: ending.plan(fromSeconds), ceilingLufs: request.ceilingLufs };
  const begun = await engine.begin(planned, fromSeconds).catch(() => null);
  return counts() ? begun : "called-off";
}
