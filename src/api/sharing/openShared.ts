import * as v from "valibot";
import { fromBase64url } from "../../session/base64url.ts";
import { bedOfMix } from "../../session/bed-of-mix.ts";
import { withCalmGains } from "../../session/calm-gains.ts";
import type { Item, SpokenLine } from "../../session/item.ts";
import { layersOf } from "../../session/layers-of.ts";
import { MIX_VERSION } from "../../session/mix.ts";
import { parseSession } from "../../session/parse.ts";
import { SHARED_SESSION } from "../../session/recording-of.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { lineId } from "../../session/script/line-id.ts";
import { SEALED_VERSION } from "../../session/sealed-script.ts";
import { canonicalShared, SharedDocument, sharedId } from "../../session/shared.ts";
import { openScript } from "../sealedScript.ts";

export type Opened =
  | { readonly ok: true; readonly session: SessionDocument; readonly document: SharedDocument }
  /** `locked`: the key in the link is missing or another one's. */
  | { readonly ok: false; readonly why: "damaged" | "locked" | "too-new" };

/**
 * Reads what somebody shared. Its id is the hash of its content, so nothing else can stand in its place; what comes out goes through
 * the same parser as any session, names no layer that is not here, and is nowhere louder than a stranger's mix may be.
 * @param value as the service sent it
 * @param key from the link's fragment; "" where there is none
 * @param titles of a mix, which has no words of its own
 */
export async function openShared(
  id: string,
  value: unknown,
  key: string,
  titles: SessionDocument["titles"],
  layers: ReadonlySet<string>,
): Promise<Opened> {
  if (isTooNew(value)) return { ok: false, why: "too-new" };
  const parsed = v.safeParse(SharedDocument, value);
  if (!parsed.success || (await sharedId(canonicalShared(parsed.output))) !== id) return DAMAGED;
  const document = parsed.output;
  const sessionId = sharedSessionId(id);
  if (!sessionId) return DAMAGED;
  if (document.kind === "mix") {
    const session = bedOfMix(sessionId, titles, document.layers);
    return isHere(session, layers) ? { ok: true, session, document } : DAMAGED;
  }
  const plain = await openScript(document, key);
  if (plain === undefined) return { ok: false, why: "locked" };
  const script = parseSession(plain);
  if (!script.ok) {
    return { ok: false, why: script.issues.some(({ code }) => code === "too-new") ? "too-new" : "damaged" };
  }
  if (!isHere(script.session, layers)) return DAMAGED;
  return { ok: true, session: withCalmGains(withOwnLines({ ...script.session, id: sessionId })), document };
}

const DAMAGED = { ok: false, why: "damaged" } as const;

/** The id of the session that a shared document becomes here; null where it is no such id. */
export function sharedSessionId(id: string): string | null {
  const bytes = fromBase64url(id);
  if (bytes?.length !== 16) return null;
  return SHARED_SESSION + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A line's id names its recording. Made of the text anew, it can only name a recording of these very words, whatever the document says.
 */
function withOwnLines(session: SessionDocument): SessionDocument {
  const scripts = Object.entries(session.scripts ?? {}).map(([language, script]) => {
    const parts = script.parts.map((part) => ({
      ...part,
      items: part.items.map(withOwnIds),
    }));
    return [language, { ...script, parts }] as const;
  });
  return { ...session, scripts: Object.fromEntries(scripts) };
}

function withOwnIds(item: Item): Item {
  if ("say" in item) return { say: { ...item.say, line: lineId(item.say.text) } };
  if ("count" in item) return { count: { ...item.count, lines: item.count.lines.map(withOwnId) } };
  if ("words" in item) return { words: { ...item.words, lines: item.words.lines.map(withOwnId) } };
  return item;
}

function withOwnId({ text }: SpokenLine): SpokenLine {
  return { line: lineId(text), text };
}

function isHere(session: SessionDocument, layers: ReadonlySet<string>): boolean {
  return layersOf(session).every((layer) => layers.has(layer));
}

const Versioned = v.looseObject({ version: v.number(), kind: v.string() });

function isTooNew(value: unknown): boolean {
  const read = v.safeParse(Versioned, value);
  return read.success && read.output.version > (read.output.kind === "mix" ? MIX_VERSION : SEALED_VERSION);
}
