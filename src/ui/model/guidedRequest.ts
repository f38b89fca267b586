import type { NightRequest } from "../../night/night.ts";
import type { App } from "./app.ts";
import { requestFor } from "./request.ts";

/** What a guided session is begun with, or null where something is asked first. Without a connection it begins as it is written. */
export async function guidedRequest(app: App, asked: boolean): Promise<NightRequest | null> {
  const care = await app.openCare().catch(() => null);
  if (care) return care.beforeGuided(app, asked);
  return requestFor(app.session.value, app.routine.value, app.suit.value, app.words.value.language);
}
