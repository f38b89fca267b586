import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What can go wrong, by its stable code: status, name, and words that say what to do. Never anything that was sent. */
const PROBLEMS = {
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
  "filter-unknown": {
    status: 400,
    title: "A filter has a value that does not exist",
    detail: "kind is bed or guided; language is nl or en.",
  },
  internal: {
    status: 500,
    title: "Something went wrong on our side",
    detail: "Try again in a minute. The app plays on without this service.",
  },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string; detail: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An answer that tells what went wrong (RFC 9457), with our stable `code`. */
export function problem(context: Context, code: ProblemCode, headers: Record<string, string> = {}): Response {
  const { status, title, detail } = PROBLEMS[code];
  return context.body(
    JSON.stringify({ type: `urn:luwte:problem:${code}`, title, status, detail, code }),
    status,
    {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    },
  );
}
