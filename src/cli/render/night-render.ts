import { soundPlan } from "../../night/guides.ts";
import type { NightRequest } from "../../night/night.ts";
import { DEFAULT_PACE, DEFAULT_PATTERN } from "../../session/breath.ts";
import type { NarrationPack } from "../../session/narration.ts";
import type { SessionDocument } from "../../session/schema.ts";
import type { Content } from "../content/read-content.ts";
import type { RenderWish } from "./arguments.ts";
import type { PageRequest } from "./page.ts";
import type { Problem, Render } from "./render.ts";

type NightWish = Extract<RenderWish, { kind: "bed" | "session" }>;

/** Length of a bed's render where none is asked for, seconds. */
const USUAL_BED_SECONDS = 60;

/** What a bed or a session sounds like from its first second, as data; or what is wrong with the wish. */
export function nightRender(content: Content, wish: NightWish): Render | Problem {
  const kind = wish.kind === "bed" ? "bed" : "guided";
  const session = content.sessions.find((entry) => entry.id === wish.id && entry.kind === kind);
  if (!session) {
    const ids = content.sessions.filter((entry) => entry.kind === kind).map((entry) => entry.id);
    return { problem: `There is no ${wish.kind} "${wish.id}". There are: ${ids.join(", ")}.` };
  }
  const language = wish.kind === "session" ? wish.language : "nl";
  const night = renderableNight(content, session, language, wish.seed);
  const seconds = wish.seconds ?? night.plan.guides[0]?.timeline.seconds ?? USUAL_BED_SECONDS;
  const { sampleRate, fromSeconds } = wish;
  const request: PageRequest = { ...night, sampleRate, fromSeconds, seconds };
  return {
    seconds,
    // Chromium's driver takes a second to load: what is wrong with a wish is said before.
    async render(take) {
      const { renderInChromium } = await import("./in-chromium.ts");
      await renderInChromium(request, take);
    },
  };
}

/** A night as the page in Chromium can render it: its plan, and where its recorded lines are served. */
export type RenderableNight = Pick<PageRequest, "plan" | "lines">;

/** A session's night without an end, spoken by the first narrator of the language. */
export function renderableNight(
  content: Content,
  session: SessionDocument,
  language: NightRequest["language"],
  seed: number,
): RenderableNight {
  const pack = content.narration.packs.find((entry) => entry.language === language);
  const plan = { ...soundPlan(requestOf(session, language, pack), durations(pack), seed), ending: null };
  return { plan, lines: pack ? fileUrls(pack) : {} };
}

/** Where the recorded lines of a pack are served from the project's folder. */
function fileUrls(pack: NarrationPack): Record<string, string> {
  const folder = `/sounds/narration/${pack.language}/${pack.id}`;
  return Object.fromEntries(Object.keys(pack.lines).map((key) => [key, `${folder}/${key}.mp3`]));
}

function requestOf(
  session: SessionDocument,
  language: NightRequest["language"],
  pack: NarrationPack | undefined,
): NightRequest {
  return {
    session,
    language,
    narrator: pack ? { kind: "pack", id: pack.id } : { kind: "captions" },
    wantedSeconds: null,
    timer: "all-night",
    levels: session.bed.layers,
    breath: session.kind === "guided" ? { perMinute: DEFAULT_PACE, pattern: DEFAULT_PATTERN } : null,
    haptics: false,
  };
}

function durations(pack: NarrationPack | undefined) {
  if (!pack) return null;
  return { seconds: (session: string, line: string) => pack.lines[`${session}/${line}`]?.seconds ?? null };
}
