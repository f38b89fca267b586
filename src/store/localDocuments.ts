import {
  DOCUMENTS,
  type DocumentKind,
  type DocumentName,
  type Documents,
} from "../session/documents/documents.ts";
import type { LocalDocument, LocalDocumentStore } from "../session/documents/local.ts";
import { parseDocument } from "../session/documents/parse-document.ts";
import type { Keep } from "./keep.ts";

/** A person's documents on this device, each read through its own schema. */
export function localDocumentStore(keep: Keep): LocalDocumentStore {
  return {
    async read<Name extends DocumentName>(name: Name) {
      return parseLocal(DOCUMENTS[name], await keep.get(keyOf(name)));
    },
    put: (name, local) => keep.put(keyOf(name), local),
  };
}

/**
 * Reads a kept document, migrated to this version. What is the person's own decides: where the rest is damaged, the
 * document counts as never sent, and is merged with the service's.
 */
export function parseLocal<Document extends Documents[DocumentName]>(
  kind: DocumentKind<Document>,
  value: unknown,
): LocalDocument<Document> | null {
  if (typeof value !== "object" || value === null) return null;
  const kept = new Map<string, unknown>(Object.entries(value));
  const read = (value: unknown): Document | null => {
    const parsed = parseDocument(kind, value);
    return parsed.ok ? parsed.document : null;
  };
  const mine = read(kept.get("mine"));
  if (!mine) return null;
  const base = read(kept.get("base"));
  const revision = kept.get("revision");
  const known =
    base !== null && typeof revision === "number" && Number.isSafeInteger(revision) && revision > 0;
  if (!known) return { mine, base: null, revision: 0, sent: [] };
  const sent = kept.get("sent");
  return {
    mine,
    base,
    revision,
    sent: Array.isArray(sent) ? sent.map(read).filter((each) => each !== null) : [],
  };
}

function keyOf(name: DocumentName): string {
  return `document:${name}`;
}
