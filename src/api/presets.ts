import { layersOf } from "../session/layers-of.ts";
import { parseSession } from "../session/parse.ts";
import type { SessionDocument } from "../session/schema.ts";
import { type Fetch, getJson } from "./answer.ts";
import type { Bundled } from "./bundled.ts";
import { type CopyKeep, keptCopy } from "./keep.ts";

export interface PresetsDeps {
  readonly fetch: Fetch;
  readonly keep: CopyKeep;
  readonly bundled: Bundled;
  /** Ids of the layers there are: a session that names another cannot be played. */
  readonly layers: ReadonlySet<string>;
  /** Told when the Worker served a session that cannot be read; the copy at hand is used instead. */
  readonly onDamaged: (id: string) => void;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** Sessions by id, the same with the Worker and without it. */
export interface Presets {
  /** The copy at hand: kept from the Worker, else bundled; null where there is neither. Asks nobody. */
  atHand(id: string): Promise<SessionDocument | null>;
  /** The newest that can be had: asks the Worker, and falls back on the copy at hand. */
  newest(id: string): Promise<SessionDocument | null>;
}

/** Client of `GET /api/presets/:id`. Every document goes through the session parser, wherever it comes from. */
export function presetsClient({ fetch, keep, bundled, layers, onDamaged, timeoutMs }: PresetsDeps): Presets {
  async function kept(id: string): Promise<{ session: SessionDocument; etag: string | null } | null> {
    const copy = await keptCopy(keep, keyOf(id));
    const session = copy && sessionFrom(copy.body, id);
    return session ? { session, etag: copy.etag } : null;
  }

  async function shipped(id: string): Promise<SessionDocument | null> {
    const body = await bundled.load(id).catch(() => undefined);
    return sessionFrom(body, id);
  }

  /** A session from outside, if it is whole, the one that was asked for, and of layers there are. */
  function sessionFrom(body: unknown, id: string): SessionDocument | null {
    const parsed = parseSession(body);
    if (!parsed.ok || parsed.session.id !== id) return null;
    return layersOf(parsed.session).every((layer) => layers.has(layer)) ? parsed.session : null;
  }

  return {
    atHand: async (id) => (await kept(id))?.session ?? (await shipped(id)),
    async newest(id) {
      const copy = await kept(id);
      const path = `/api/presets/${encodeURIComponent(id)}`;
      const answer = await getJson(fetch, path, copy?.etag ?? null, timeoutMs);
      if (answer.kind === "new") {
        const session = sessionFrom(answer.body, id);
        if (session) {
          await keep.put(keyOf(id), { etag: answer.etag, body: answer.body });
          return session;
        }
      }
      if (answer.kind === "new" || answer.kind === "malformed") onDamaged(id);
      return copy?.session ?? (await shipped(id));
    },
  };
}

function keyOf(id: string): string {
  return `preset:${id}`;
}
