import type { Content } from "../../../src/cli/content/read-content.ts";
import { type RenderableNight, renderableNight } from "../../../src/cli/render/night-render.ts";

export const DEADLINE_SECONDS = 8 * 3600;
export const FADE_SECONDS = 15 * 60;
/** Listened to a little past the end, seconds. */
export const PAST_SECONDS = 20;
/** What moves a gain in the night stands in the guide's part and in the fade. */
export const GUIDED_SECONDS = 1500;

const SEED = 11;

/** Eight hours of the wind-down with every word. */
export function spokenNight(content: Content): RenderableNight {
  const windDown = content.sessions.find(({ id }) => id === "wind-down");
  if (!windDown) throw new Error("the content lacks the wind-down.");
  const { plan, lines } = renderableNight(content, windDown, "nl", SEED);
  const ending = { deadlineSeconds: DEADLINE_SECONDS, fadeSeconds: FADE_SECONDS };
  return { plan: { ...plan, ending }, lines };
}

/** The same without its words: the bed steps back for them as it does, as the startle rule judges it. */
export function wordlessNight(content: Content): RenderableNight {
  const { plan } = spokenNight(content);
  const guides = plan.guides.map((guide) => ({ ...guide, voice: "device" }) as const);
  return { plan: { ...plan, guides }, lines: {} };
}
