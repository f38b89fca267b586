import type { Operation } from "./operation.ts";
import { IfNoneMatch, UNCHANGED } from "./preset-operations.ts";

export const SERVICE_OPERATIONS: readonly Operation[] = [
  {
    id: "getHealth",
    method: "get",
    path: "/api/health",
    tag: "Service",
    summary: "Whether the service answers, and which version of it",
    answers: { 200: { description: "It is well.", schema: "Health" } },
  },
  {
    id: "getOpenapi",
    method: "get",
    path: "/api/openapi.json",
    tag: "Service",
    summary: "This contract, as OpenAPI 3.1",
    parameters: [IfNoneMatch],
    answers: { 200: { description: "The document.", schema: "OpenDocument" }, 304: UNCHANGED },
  },
  {
    id: "getSessionSchema",
    method: "get",
    path: "/api/session.schema.json",
    tag: "Service",
    summary: "JSON Schema of the session document, for editors",
    parameters: [IfNoneMatch],
    answers: {
      200: { description: "The schema.", schema: "OpenDocument", type: "application/schema+json" },
      304: UNCHANGED,
    },
  },
  {
    id: "getPage",
    method: "get",
    path: "/api",
    tag: "Service",
    summary: "This contract, to read",
    parameters: [IfNoneMatch],
    answers: { 200: { description: "A page.", type: "text/html; charset=utf-8" }, 304: UNCHANGED },
  },
];
