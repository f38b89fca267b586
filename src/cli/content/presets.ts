import { createHash } from "node:crypto";
import { LANGUAGES, type SessionDocument } from "../../session/schema.ts";
import { MOMENTS } from "../../session/script-meta.ts";

/** sounds/built/presets.json, from which the Worker answers (worker/presets.ts). */
export function presetsFile(sessions: readonly SessionDocument[]): string {
  const presets = sessions.map((session) => {
    const body = JSON.stringify(session);
    const scripts = LANGUAGES.flatMap((language) => {
      const script = session.scripts?.[language];
      return script ? [{ language, script }] : [];
    });
    return {
      id: session.id,
      version: contentHash(body),
      kind: session.kind,
      languages: scripts.map(({ language }) => language),
      titles: session.titles,
      usualSeconds: Object.fromEntries(
        scripts.map(({ language, script }) => [language, script.meta.usualSeconds]),
      ),
      moment: MOMENTS.filter((moment) => scripts.some(({ script }) => script.meta.moment.includes(moment))),
      need: needsOf([session]),
      body,
    };
  });
  return JSON.stringify({ hash: contentHash(JSON.stringify(presets)), presets });
}

/** What these sessions are made for, each need once, in the order in which scripts name them. */
export function needsOf(sessions: readonly SessionDocument[]): readonly string[] {
  const scripts = sessions.flatMap((session) => Object.values(session.scripts ?? {}));
  return [...new Set(scripts.flatMap((script) => script.meta.need))];
}

/** Names a content: 64 bits of its SHA-256, as hex. */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
