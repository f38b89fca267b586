import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Issue } from "../src/session/issue.ts";
import { logProblem } from "./log.ts";

/** What can go wrong, by its stable code: status, name, and words that say what to do. Never anything that was sent. */
export const PROBLEMS = {
  "not-found": {
    status: 404,
    title: "There is nothing at this address",
    detail: "Check the address. GET /api/presets lists what there is to hear.",
  },
  "preset-not-found": {
    status: 404,
    title: "There is no preset with this id",
    detail: "GET /api/presets lists the ids of all presets.",
  },
  "version-not-found": {
    status: 404,
    title: "This version of the preset is not kept here",
    detail: "Leave /versions/… away to get the preset as it is now.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This address does not answer that method",
    detail: "Use one of the methods in the Allow header.",
  },
  "address-too-long": {
    status: 414,
    title: "The address is too long",
    detail: "Use an address of at most 2048 characters.",
  },
  "not-json": {
    status: 415,
    title: "This address takes JSON alone",
    detail: "Send the body as it is, with content-type: application/json.",
  },
  "body-not-json": {
    status: 400,
    title: "The body is not JSON",
    detail: "Send one JSON value in UTF-8, for example an object.",
  },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    detail: "GET /api/openapi.json says how large a body may be at this address.",
  },
  "body-invalid": {
    status: 422,
    title: "The body does not fit its description",
    detail: "issues names each place that does not fit; GET /api/openapi.json describes the body.",
  },
  "filter-unknown": {
    status: 400,
    title: "A filter has a value that does not exist",
    detail:
      "pointer names the filter. kind is bed or guided, language nl or en, moment day, evening, in-bed or at-three, " +
      "need one that the list has, minSeconds and maxSeconds whole numbers.",
  },
  "shared-not-found": {
    status: 404,
    title: "Nothing is shared under this id",
    detail: "Check that the link is whole. What was shared for a time is forgotten 90 days after it ended.",
  },
  "shared-withdrawn": {
    status: 410,
    title: "This is no longer shared",
    detail: "Ask the person who sent the link to share it again.",
  },
  "shared-expired": {
    status: 410,
    title: "The time for which this was shared is over",
    detail: "Ask the person who sent the link to share it again.",
  },
  "withdraw-key-missing": {
    status: 401,
    title: "Only the person who shared this can take it back",
    detail: "Send the withdraw key as Authorization: Bearer <key>.",
  },
  "withdraw-key-wrong": {
    status: 403,
    title: "The withdraw key does not belong to this",
    detail: "Use the key that was made when it was shared, on the device that shared it.",
  },
  "too-much-shared": {
    status: 409,
    title: "You share as much as one person can",
    detail: "Withdraw something that is no longer needed, or wait until a share has ended.",
  },
  "share-refused": {
    status: 403,
    title: "This very content was taken away after a report",
    detail: "Share something else.",
  },
  "operator-key-wrong": {
    status: 401,
    title: "Only the operator of this service may do this",
    detail: "Send the operator's secret as Authorization: Bearer <secret>.",
  },
  "document-too-new": {
    status: 422,
    title: "The document was made by a newer version than this one can read",
    detail: "Update this service, or send the document in an earlier version.",
  },
  "stored-too-new": {
    status: 409,
    title: "What is kept here was made by a newer version of this service",
    detail: "Run the newer version again; it is kept as it is.",
  },
  "key-refused": {
    status: 401,
    title: "This key opens nothing here",
    detail: "Pair this device again with a code from another device, or use the recovery sheet.",
  },
  "origin-refused": {
    status: 403,
    title: "Only the app's own pages may listen here",
    detail: "Open the app at the address of this service.",
  },
  "document-unknown": {
    status: 404,
    title: "There is no document of this name",
    detail: "The documents are routine, mixes, path and settings.",
  },
  "document-not-found": {
    status: 404,
    title: "This document has not been made yet",
    detail: "Make it: PUT with If-None-Match: *.",
  },
  "device-not-found": {
    status: 404,
    title: "There is no device with this id",
    detail: "GET /api/devices lists the devices; it may have been revoked already.",
  },
  "code-refused": {
    status: 404,
    title: "This code lets nobody in",
    detail: "A code works once, for ten minutes. Check it, or make a new one on the other device.",
  },
  "too-many-devices": {
    status: 409,
    title: "There are as many devices as there may be",
    detail: "Revoke one that is no longer used, and try again.",
  },
  "last-device": {
    status: 409,
    title: "This is the only key there is",
    detail:
      "Without it nobody could reach this profile again. Let another device in first, or erase everything.",
  },
  "revision-mismatch": {
    status: 412,
    title: "This was changed on another device in the meantime",
    detail: "Merge with what is sent along, and save again with its revision in If-Match.",
  },
  "precondition-missing": {
    status: 428,
    title: "Say which revision you are changing",
    detail: 'Send If-Match: "<revision>", or If-None-Match: * to make a document that is not there yet.',
  },
  "confirmation-missing": {
    status: 400,
    title: "Erasing everything needs a confirmation",
    detail: "Send the header Luwte-Confirm: erase. It is final.",
  },
  "socket-expected": {
    status: 400,
    title: "This address speaks WebSocket",
    detail: "Open it as a WebSocket with the subprotocols luwte and ticket.<profileId>.<ticket>.",
  },
  "too-many-requests": {
    status: 429,
    title: "That was too often",
    detail: "Wait for as many seconds as Retry-After says.",
  },
  busy: {
    status: 503,
    title: "This service has all it can hold at the moment",
    detail:
      "Try again after as many seconds as Retry-After says. Nothing is lost; the app keeps it on the device.",
  },
  internal: {
    status: 500,
    title: "Something went wrong on our side",
    detail: "Try again in a minute. The app plays on without this service.",
  },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string; detail: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * An answer that tells what went wrong (RFC 9457), with our stable `code`.
 * @param issues places in the body that do not fit; the first one's pointer stands at the top, too
 * @param members what else helps to go on, such as the document as it is now
 */
export function problem(
  context: Context,
  code: ProblemCode,
  headers: Readonly<Record<string, string>> = {},
  issues: readonly Issue[] = [],
  members: Readonly<Record<string, unknown>> = {},
): Response {
  const { status, title, detail } = PROBLEMS[code];
  logProblem(context, code, status);
  const [first] = issues;
  const places = first ? { pointer: first.pointer, issues } : {};
  return context.body(
    JSON.stringify({ type: `urn:luwte:problem:${code}`, title, status, detail, code, ...places, ...members }),
    status,
    {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    },
  );
}
