import * as v from "valibot";
import { SharedId } from "../../src/session/shared.ts";
import { MAX_DECISION_BYTES, MAX_PUBLICATION_BYTES, MAX_REPORT_BYTES } from "../shelf/limits.ts";
import type { Operation, Parameter } from "./operation.ts";
import { IfNoneMatch, UNCHANGED } from "./preset-operations.ts";

const id: Parameter = {
  in: "path",
  name: "id",
  description: "128 bits of the SHA-256 of what is shared, base64url.",
  schema: SharedId,
};

export const SHARING_OPERATIONS: readonly Operation[] = [
  {
    id: "publishShared",
    method: "post",
    path: "/api/shared",
    tag: "Sharing",
    summary: "Shares a mix, or a script that was encrypted on the device",
    description:
      "The same content has the same id, whoever shares it; sent again with the same withdrawHash it changes the lifetime alone. " +
      "A script's key belongs in the fragment of the link, which is never sent. With a device's key the share counts for the " +
      "profile, else for the address.",
    secret: "deviceKey",
    secretOptional: true,
    body: { schema: "Publication", maxBytes: MAX_PUBLICATION_BYTES },
    answers: {
      200: {
        description: "It was shared already.",
        schema: "Published",
        headers: { location: "Where it stands." },
      },
      201: {
        description: "It is shared now.",
        schema: "Published",
        headers: { location: "Where it stands." },
      },
    },
    problems: [
      "document-too-new",
      "too-much-shared",
      "share-refused",
      "stored-too-new",
      "key-refused",
      "too-many-requests",
      "busy",
    ],
  },
  {
    id: "getShared",
    method: "get",
    path: "/api/shared/{id}",
    tag: "Sharing",
    summary: "What is shared under an id",
    description: "The id is made of these very bytes: whoever has it can tell that nothing was changed.",
    parameters: [id, IfNoneMatch],
    answers: {
      200: {
        description: "A mix, or a sealed script.",
        schema: "SharedDocument",
        headers: { etag: "The id." },
      },
      304: UNCHANGED,
    },
    problems: ["shared-not-found", "shared-withdrawn", "shared-expired", "stored-too-new", "busy"],
  },
  {
    id: "withdrawShared",
    method: "delete",
    path: "/api/shared/{id}",
    tag: "Sharing",
    summary: "Takes one's own share back",
    description: "Others who share the same content keep theirs. Caches may show it for five minutes more.",
    secret: "withdrawKey",
    parameters: [id],
    answers: { 204: { description: "It is withdrawn." } },
    problems: [
      "shared-not-found",
      "shared-withdrawn",
      "withdraw-key-missing",
      "withdraw-key-wrong",
      "stored-too-new",
      "busy",
    ],
  },
  {
    id: "reportShared",
    method: "post",
    path: "/api/shared/{id}/reports",
    tag: "Sharing",
    summary: "Tells the operator that something is wrong with it",
    description:
      "One word per person: a later one takes the place of the earlier. A script cannot be read by the operator.",
    secret: "deviceKey",
    secretOptional: true,
    parameters: [id],
    body: { schema: "Report", maxBytes: MAX_REPORT_BYTES },
    answers: { 204: { description: "It is kept for the operator." } },
    problems: ["shared-not-found", "stored-too-new", "key-refused", "too-many-requests", "busy"],
  },
  {
    id: "listReports",
    method: "get",
    path: "/api/operator/reports",
    tag: "Service",
    summary: "What people have reported",
    description: "Where no operator's secret is set, this address does not exist.",
    secret: "operatorSecret",
    parameters: [
      {
        in: "query",
        name: "page",
        description: "From 0 to 15; `next` in the answer names the next.",
        schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)),
      },
    ],
    answers: { 200: { description: "A sixteenth of all reports.", schema: "ReportedPage" } },
    problems: ["not-found", "operator-key-wrong", "stored-too-new", "busy"],
  },
  {
    id: "decideReport",
    method: "post",
    path: "/api/operator/reports/{id}",
    tag: "Service",
    summary: "Takes what was reported away for good, or dismisses the reports",
    secret: "operatorSecret",
    parameters: [id],
    body: { schema: "Decision", maxBytes: MAX_DECISION_BYTES },
    answers: { 204: { description: "Done." } },
    problems: ["not-found", "operator-key-wrong", "shared-not-found", "stored-too-new", "busy"],
  },
];
