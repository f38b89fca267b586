import { parseSession } from "../session/parse.ts";
import { SESSION_VERSION, type SessionDocument } from "../session/schema.ts";

/**
 * Reads the opening words of a night, which are a script per language without a bed, as a session document.
 * Throws where they are damaged: the night then goes on without them.
 */
export function parseOpening(scripts: unknown): SessionDocument {
  const parsed = parseSession({
    version: SESSION_VERSION,
    id: "opening",
    kind: "guided",
    titles: { nl: "Begin", en: "Begin" },
    // Never sounds: the words are laid into a night that has its own bed.
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    scripts,
    ending: { fadeSeconds: 120 },
  });
  if (!parsed.ok) throw new Error(`opening: ${parsed.issues.map(({ pointer }) => pointer).join(", ")}`);
  return parsed.session;
}

const files = import.meta.glob("../../sounds/built/opening.json", { import: "default" });

export async function loadOpening(): Promise<SessionDocument> {
  const [load] = Object.values(files);
  return parseOpening(await load?.());
}
