import type { Context } from "hono";
import {
  DOCUMENTS,
  type DocumentKind,
  type DocumentName,
  type Documents,
  isDocumentName,
} from "../../src/session/documents/documents.ts";
import { parseDocument } from "../../src/session/documents/parse-document.ts";
import { withOwnWords } from "../parse-body.ts";
import { problem } from "../problem.ts";
import type { Stored } from "../profile/documents.ts";
import { ReadyHeaders } from "../ready-headers.ts";
import { Refusal } from "../refusal.ts";

/** Nothing of a person is kept by a cache on the way, nor by the browser once they have erased it. */
export const NO_STORE = { "cache-control": "no-store" } as const;

/** The document that an address names; throws 404 for any other name. */
export function documentName(text: string): DocumentName {
  if (!isDocumentName(text)) throw new Refusal("document-unknown");
  return text;
}

/**
 * A document from outside as JSON text of the newest version, without its revision, which the object gives. Throws 422.
 * @param pointer where it stands in the body
 */
export function contentOf<Name extends DocumentName>(name: Name, value: unknown, pointer = ""): string {
  const kind: DocumentKind<Documents[Name]> = DOCUMENTS[name];
  const parsed = parseDocument(kind, value);
  if (!parsed.ok) {
    const issues = withOwnWords(kind.schema, parsed.issues).map((issue) => ({
      ...issue,
      pointer: pointer + issue.pointer,
    }));
    throw new Refusal(parsed.tooNew ? "document-too-new" : "body-invalid", issues);
  }
  const { revision: _, ...content } = parsed.document;
  return JSON.stringify(content);
}

/** 412 with the document as it is now, so that the client can merge without asking again. */
export function mismatch(context: Context, current: Stored | null): Response {
  const headers: Record<string, string> = current ? { etag: `"${current.revision}"` } : {};
  const document: unknown = current && JSON.parse(current.body);
  return problem(context, "revision-mismatch", headers, [], { document });
}

const SENT = new ReadyHeaders({ ...NO_STORE, "content-type": "application/json" });
const NOT_MODIFIED = new ReadyHeaders(NO_STORE);

export function sendDocument({ req }: Context, { revision, body }: Stored, status: 200 | 201): Response {
  const headers = new Headers(SENT.for(req.url));
  headers.set("etag", `"${revision}"`);
  return new Response(body, { status, headers });
}

/** 304: the caller has this revision already. */
export function sendNotModified({ req }: Context, revision: number): Response {
  const headers = new Headers(NOT_MODIFIED.for(req.url));
  headers.set("etag", `"${revision}"`);
  return new Response(null, { status: 304, headers });
}
