import type { NightRequest } from "../../night/night.ts";
import type { App } from "../model/app.ts";
import { requestFor } from "../model/request.ts";
import { Covered } from "./Covered.tsx";

/** The layer that is left, and its level where another sound played, dB. */
const RAIN = "rain";
const RAIN_DB = 2;
/** A level at which nothing is heard, dB. */
const SILENT_DB = -60;

/**
 * Away from here at once: the screen is black, nothing speaks, and it rains. From a touch. What was open is closed and
 * does not come back with the screen.
 */
export async function quickExit(app: App): Promise<void> {
  app.covered.value = Covered;
  app.sheets.closeAll();
  if (app.view.value === "night") return leaveRain(app);
  try {
    app.deps.player.wake();
  } catch {
    // A browser without sound: the black screen is what can be had.
    return;
  }
  app.leaveEnded();
  await app.deps.player.begin(wordlessRain(app));
}

/** A night of rain and nothing else, as long as the person's nights are. */
function wordlessRain(app: App): NightRequest {
  const { firstSession } = app.deps;
  const request = requestFor(firstSession, app.routine.value, app.suit.value, app.words.value.language);
  return { ...request, narrator: { kind: "none" }, breath: null, haptics: false };
}

/** Brings the night that goes on to rain alone. */
function leaveRain(app: App): void {
  const { player } = app.deps;
  const { phase, guide, request } = app.night.value;
  if (phase === "paused") player.resume();
  // A guide that has gone already would begin with grounding.
  if (guide !== "gone") player.tooMuch();
  for (const { layer } of request?.levels ?? []) if (layer !== RAIN) player.setLevel(layer, SILENT_DB);
  if (!app.person.value.never.includes(RAIN)) player.setLevel(RAIN, RAIN_DB);
}
