import type { NightRequest } from "../../../src/night/night.ts";
import type { SessionDocument } from "../../../src/session/schema.ts";

export function bedSession(): SessionDocument {
  return {
    version: 2,
    id: "rain-window",
    kind: "bed",
    titles: { nl: "Regen aan het raam", en: "Rain at the window" },
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    ending: { fadeSeconds: 900 },
  };
}

/** A night of rain for an hour, without words or breath unless asked for. */
export function bedRequest(change: Partial<NightRequest> = {}): NightRequest {
  return {
    session: bedSession(),
    language: "nl",
    narrator: { kind: "none" },
    wantedSeconds: null,
    timer: { minutes: 60 },
    levels: [{ layer: "rain", gainDb: 0 }],
    breath: null,
    haptics: false,
    ...change,
  };
}
