import { PROBLEMS } from "../../../worker/problem.ts";
import type { Got } from "./exchange.ts";
import type { Hostile } from "./request.ts";
import { MARKER, VICTIM_WORDS } from "./words.ts";

/** Codes of requests that were turned away before their key and their body had been read. */
const AT_THE_DOOR = new Set([
  "not-found",
  "method-not-allowed",
  "address-too-long",
  "not-json",
  "body-not-json",
  "body-too-large",
  "body-invalid",
  "key-refused",
  "withdraw-key-missing",
  "operator-key-wrong",
  "socket-expected",
  "filter-unknown",
]);

export interface Verdict {
  /** What must not be. */
  readonly faults: readonly string[];
  /** Whether key and body were found good. */
  readonly passed: boolean;
  readonly code: string | null;
}

/** Whether an answer to a hostile request is as it must be. */
export function judge(request: Hostile, { status, headers, text }: Got): Verdict {
  const faults: string[] = [];
  const unless = (holds: boolean, fault: string) => {
    if (!holds) faults.push(`${request.target.id} (${request.spoiled}): ${status} ${fault}`);
  };
  unless(status !== 101 || request.method === "GET", "opens a socket");
  unless(status < 500, "is a failure of ours");
  unless(!/\bat \S+ \(|\.[jt]s:\d+|node_modules|SQLITE/.test(text), "shows a trace");
  unless(!text.includes(VICTIM_WORDS), "shows another person's words");
  const secret = request.headers["authorization"]?.split(/[ .]/).at(-1) ?? "";
  unless(secret.length < 20 || !text.includes(secret), "repeats a secret");
  if (status !== 101) {
    unless(headers.get("x-content-type-options") === "nosniff", "lacks the security headers");
    unless((headers.get("content-security-policy") ?? "").startsWith("default-src 'none'"), "lacks a policy");
  }
  unless(!headers.has("set-cookie") && !headers.has("access-control-allow-origin"), "has a cookie or CORS");
  const code = status >= 400 ? codeOf(headers, text, request.method, unless) : null;
  // A device's key comes before its limits; an address has nothing but them.
  const { secret: asked, secretOptional = false } = request.target;
  const held = code === "too-many-requests" && (asked !== "deviceKey" || secretOptional);
  return { faults, passed: code === null || !(held || AT_THE_DOOR.has(code)), code };
}

/** An answer to HEAD has no body, and so no code to read; its status stands for what it would have been. */
function codeOf(
  headers: Headers,
  text: string,
  method: string,
  unless: (holds: boolean, fault: string) => void,
): string {
  unless(headers.get("content-type") === "application/problem+json", "is no problem document");
  if (method === "HEAD") return "not-found";
  let code = "";
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === "object" && problem !== null && "code" in problem) code = String(problem.code);
  } catch {
    unless(false, "is not JSON");
  }
  unless(Object.hasOwn(PROBLEMS, code), `has the unknown code ${code}`);
  // Only what this very person keeps here is sent back to them, to be merged.
  unless(code === "revision-mismatch" || !text.includes(MARKER), "repeats what was sent");
  return code;
}
