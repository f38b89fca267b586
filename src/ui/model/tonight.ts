import { layersOf } from "../../session/layers-of.ts";
import type { App } from "./app.ts";
import { requestFor } from "./request.ts";

/** Ids of the layers that the next night needs: the person's mix of the chosen session, and the session's scenes. */
export function layersTonight(app: App): readonly string[] {
  const { session, levels } = requestFor(
    app.session.value,
    app.routine.value,
    app.suit.value,
    app.words.value.language,
  );
  return [...levels.map(({ layer }) => layer), ...layersOf(session)];
}
