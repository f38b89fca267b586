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
import { revisionIn } from "../profile/documents.ts";
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
export function mismatch(context: Context, current: string | null): Response {
  const headers: Record<string, string> = current === null ? {} : { etag: tagOf(revisionIn(current)) };
  const document: unknown = current === null ? null : JSON.parse(current);
  return problem(context, "revision-mismatch", headers, [], { document });
}

const SENT = new ReadyHeaders({ ...NO_STORE, "content-type": "application/json" });
const NOT_MODIFIED = new ReadyHeaders(NO_STORE);

/** @param body a document's text */
export function sendDocument({ req }: Context, body: string, status: 200 | 201): Response {
  return tagged(new Response(body, { status, headers: SENT.for(req.url) }), revisionIn(body));
}

/** 304: the caller has this revision already. */
export function sendNotModified({ req }: Context, revision: number): Response {
  return tagged(new Response(null, { status: 304, headers: NOT_MODIFIED.for(req.url) }), revision);
}

/** The tag is set on the answer, which has a copy of its headers: copying them twice takes twice as long. */
function tagged(response: Response, revision: number): Response {
  response.headers.set("etag", tagOf(revision));
  return response;
}

function tagOf(revision: number): string {
  return `"${revision}"`;
}
