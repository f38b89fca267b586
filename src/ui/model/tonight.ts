import { layersOf } from "../../session/layers-of.ts";
import type { App } from "./app.ts";
import { mixOf } from "./request.ts";

/** Ids of the layers that the next night needs: the person's mix of the chosen session, and the session's scenes. */
export function layersTonight(app: App): readonly string[] {
  const session = app.session.value;
  return [...mixOf(session, app.routine.value).map(({ layer }) => layer), ...layersOf(session)];
}
