import * as v from "valibot";
import { DOCUMENT_NAMES, DOCUMENTS } from "../../src/session/documents/documents.ts";
import { IMPORT_BYTES, SMALL_BYTES } from "../limits/body-bytes.ts";
import { type Operation, type Parameter, PROBLEMS_OF_KEYS } from "./operation.ts";
import { IfNoneMatch, UNCHANGED } from "./preset-operations.ts";

const name: Parameter = {
  in: "path",
  name: "name",
  description: "Which document.",
  schema: v.picklist(DOCUMENT_NAMES),
};

const header = (name: string, description: string): Parameter => ({
  in: "header",
  name,
  description,
  schema: v.string(),
});

const TAG = { tag: "Profile", secret: "deviceKey" } as const;
const ETAG = { etag: "The revision, quoted." };

export const PROFILE_OPERATIONS: readonly Operation[] = [
  {
    id: "createProfile",
    method: "post",
    path: "/api/profiles",
    tag: "Profile",
    summary: "Makes a profile with its first device",
    description: "There is no account: the key in the answer is all there is, and it is given once.",
    body: { schema: "NewDevice", maxBytes: SMALL_BYTES },
    answers: { 201: { description: "The profile's first key.", schema: "Admission" } },
    problems: ["too-many-requests", "busy"],
  },
  {
    ...TAG,
    id: "eraseProfile",
    method: "delete",
    path: "/api/profile",
    summary: "Erases everything of a person here, at once and for good",
    parameters: [{ ...header("Luwte-Confirm", "`erase`, to confirm."), required: true }],
    answers: { 204: { description: "It is gone, and what was shared with it." } },
    problems: [...PROBLEMS_OF_KEYS, "confirmation-missing"],
  },
  {
    ...TAG,
    id: "listDocuments",
    method: "get",
    path: "/api/documents",
    summary: "The revision of each document",
    parameters: [IfNoneMatch],
    answers: {
      200: {
        description: "The documents there are.",
        schema: "Revisions",
        headers: { etag: "Changes with them." },
      },
      304: UNCHANGED,
    },
    problems: [...PROBLEMS_OF_KEYS, "stored-too-new"],
  },
  {
    ...TAG,
    id: "getDocument",
    method: "get",
    path: "/api/documents/{name}",
    summary: "A document",
    parameters: [name, IfNoneMatch],
    answers: {
      200: { description: "The document, with its revision.", schema: "Document", headers: ETAG },
      304: UNCHANGED,
    },
    problems: [...PROBLEMS_OF_KEYS, "document-unknown", "document-not-found", "stored-too-new"],
  },
  {
    ...TAG,
    id: "putDocument",
    method: "put",
    path: "/api/documents/{name}",
    summary: "Makes a document or replaces it, if it is still what was read",
    description:
      "Take the revision from the body that was read, not from its ETag, which proxies may weaken. A 412 carries the document " +
      "as it is now: merge, and send again.",
    parameters: [
      name,
      header("If-Match", '`"<revision>"` to replace.'),
      header("If-None-Match", "`*` to make one that is not there yet."),
    ],
    body: {
      schema: "Document",
      maxBytes: Math.max(...DOCUMENT_NAMES.map((each) => DOCUMENTS[each].maxBytes)),
    },
    answers: {
      200: { description: "The document as it is now.", schema: "Document", headers: ETAG },
      201: { description: "The document as it was made.", schema: "Document", headers: ETAG },
    },
    problems: [
      ...PROBLEMS_OF_KEYS,
      "document-unknown",
      "revision-mismatch",
      "precondition-missing",
      "document-too-new",
      "stored-too-new",
      "too-many-requests",
    ],
  },
  {
    ...TAG,
    id: "exportProfile",
    method: "get",
    path: "/api/export",
    summary: "Everything about a person in one file, never a key",
    answers: {
      200: {
        description: "The file.",
        schema: "ExportFile",
        headers: { "content-disposition": "Its name." },
      },
    },
    problems: [...PROBLEMS_OF_KEYS, "stored-too-new"],
  },
  {
    ...TAG,
    id: "importProfile",
    method: "post",
    path: "/api/import",
    summary: "Writes an export's documents, all or none",
    description: "`over` names the revision of each document that may be replaced.",
    body: { schema: "ImportFile", maxBytes: IMPORT_BYTES },
    answers: { 200: { description: "Their revisions now.", schema: "Revisions" } },
    problems: [
      ...PROBLEMS_OF_KEYS,
      "revision-mismatch",
      "document-too-new",
      "stored-too-new",
      "too-many-requests",
    ],
  },
  {
    ...TAG,
    id: "makeTicket",
    method: "post",
    path: "/api/changes/tickets",
    summary: "Lets one socket of changes in",
    answers: { 201: { description: "Good once, for half a minute.", schema: "Ticket" } },
    problems: [...PROBLEMS_OF_KEYS, "too-many-requests"],
  },
  {
    id: "listenChanges",
    method: "get",
    path: "/api/changes",
    tag: "Profile",
    summary: "A WebSocket that tells what changes",
    description:
      "Open it with the subprotocols `luwte` and `ticket.<profileId>.<ticket>`. It says `{document, revision}` after each write " +
      "and `{devices: true}` when the list of devices changed; `ping` is answered with `pong`.",
    parameters: [header("Sec-WebSocket-Protocol", "`luwte, ticket.<profileId>.<ticket>`")],
    answers: { 101: { description: "The socket is open." } },
    problems: [...PROBLEMS_OF_KEYS, "socket-expected", "origin-refused"],
  },
];
