import type { ProblemCode } from "../problem.ts";
import { Refusal } from "../refusal.ts";

/** When a busy service may be asked again: objects that nobody uses are gone by then. */
const BUSY_SECONDS = 10;

/** A problem that passes: Retry-After says when. */
export function later(code: ProblemCode, seconds: number): Refusal {
  return new Refusal(code, [], { "retry-after": String(seconds) });
}

/** Throws `too-many-requests` unless there is nothing to wait for. */
export function unlessEarly(retryAfterSeconds: number): void {
  if (retryAfterSeconds > 0) throw later("too-many-requests", retryAfterSeconds);
}

/** 503, before memory or descriptors run out. */
export function tooBusy(): Refusal {
  return later("busy", BUSY_SECONDS);
}
