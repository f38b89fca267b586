import type { SessionDocument } from "../session/schema.ts";
import type { PresetEntry } from "./listing.ts";

/** A session's line in the list. */
export function entryOf(session: SessionDocument): PresetEntry {
  const scripts = Object.entries(session.scripts ?? {});
  const moment = scripts[0]?.[1].meta.moment;
  return {
    id: session.id,
    kind: session.kind,
    titles: session.titles,
    usualSeconds: Object.fromEntries(
      scripts.map(([language, script]) => [language, script.meta.usualSeconds]),
    ),
    ...(moment ? { moment } : {}),
  };
}
