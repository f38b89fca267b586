import type { NightRequest } from "../../night/night.ts";
import type { SessionDocument } from "../../session/schema.ts";
import type { App } from "../model/app.ts";
import { requestFor } from "../model/request.ts";

const FIRE = "fire";
/** Level of the fire under a page that burns, dB. */
const FIRE_DB = -2;
/** A level at which nothing is heard, dB. */
const SILENT_DB = -60;

/** The fire that a page is given to. */
export interface Fire {
  /** Whether it can be stayed with: it is a night of its own. */
  readonly staysAlight: boolean;
  /** Lets it go out. */
  out(): void;
}

/** Lights the fire, from a touch: in the night that goes on, else as one. Whoever never wants to hear it sees the page go without it. */
export function burn(app: App): Fire {
  const { player } = app.deps;
  if (app.person.value.never.includes(FIRE)) return { staysAlight: false, out() {} };
  if (app.view.value === "night") {
    const before = app.night.value.request?.levels.find(({ layer }) => layer === FIRE)?.gainDb ?? SILENT_DB;
    player.setLevel(FIRE, Math.max(before, FIRE_DB));
    return { staysAlight: false, out: () => player.setLevel(FIRE, before) };
  }
  try {
    player.wake();
  } catch {
    return { staysAlight: false, out() {} };
  }
  void player.begin(fireNight(app));
  return { staysAlight: true, out: () => player.stop() };
}

function fireNight(app: App): NightRequest {
  const { bed, ...first } = app.deps.firstSession;
  const session: SessionDocument = { ...first, bed: { ...bed, layers: [{ layer: FIRE, gainDb: FIRE_DB }] } };
  const routine = { ...app.routine.value, levels: {} };
  return {
    ...requestFor(session, routine, app.suit.value, app.words.value.language),
    narrator: { kind: "none" },
    breath: null,
    haptics: false,
  };
}
