import * as v from "valibot";
import type { Fetch } from "./answer.ts";

/** Longer than this nobody waits for the service, milliseconds. */
const PATIENCE_MS = 10_000;

/** Why something was not done. */
export interface Trouble {
  /** The service's own stable code; `away`: it was not reached; `damaged`: its answer cannot be read. */
  readonly code: string;
  /** When it may be asked again, seconds from now; null where it did not say. */
  readonly retryAfterSeconds: number | null;
  /** The problem as it was sent, unparsed. */
  readonly problem?: unknown;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly trouble: Trouble };

export interface Asked {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** For `Authorization: Bearer …`. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  /** Parsed JSON; null where there is none. */
  readonly body: unknown;
  readonly etag: string | null;
}

const Problem = v.looseObject({ code: v.string() });

/** Asks the service. Never rejects: whatever goes wrong is an outcome. A 304 is a reply too. */
export async function ask(
  fetch: Fetch,
  { method, path, key, headers, body }: Asked,
): Promise<Outcome<Reply>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // What is kept here is ours to keep: the browser's cache would hide the 304.
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    text = await response.text();
  } catch {
    return troubled("away");
  }
  const { status } = response;
  if (status === 204 || status === 304) return replied(response, null);
  // A page in place of an answer: a captive portal, or a static host without the service.
  if (!response.headers.get("content-type")?.includes("json")) return troubled("away", response);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return troubled("damaged", response);
  }
  if (response.ok) return replied(response, parsed);
  const problem = v.safeParse(Problem, parsed);
  return troubled(problem.success ? problem.output.code : "damaged", response, parsed);
}

/** The same, with the answer's body read by a schema. */
export async function askFor<Value>(
  fetch: Fetch,
  asked: Asked,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Outcome<Value>> {
  const outcome = await ask(fetch, asked);
  if (!outcome.ok) return outcome;
  const parsed = v.safeParse(schema, outcome.value.body);
  return parsed.success ? { ok: true, value: parsed.output } : troubled("damaged");
}

function replied({ status, headers }: Response, body: unknown): Outcome<Reply> {
  return { ok: true, value: { status, body, etag: headers.get("etag") } };
}

export function troubled(code: string, response?: Response, problem?: unknown): Outcome<never> {
  const seconds = Number(response?.headers.get("retry-after") ?? Number.NaN);
  return {
    ok: false,
    trouble: {
      code,
      retryAfterSeconds: Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
      ...(problem === undefined ? {} : { problem }),
    },
  };
}
