import type { Context } from "hono";
import { routePath } from "hono/route";

/** Longer runs of such characters may be a key, a code or an id, and stand in no log. */
const TELLTALE = /[\w+/=-]{16,}|"[^"]*"|'[^']*'|`[^`]*`/g;

/** One line of JSON: easy to search, and each line is whole. */
export function logLine(
  level: "info" | "warn" | "error",
  event: string,
  more: Readonly<Record<string, unknown>>,
): void {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...more });
  if (level === "error") console.error(line);
  else console.log(line);
}

/**
 * A problem that was answered: the route's pattern, never the address, which has ids in it. Those that the caller can
 * mend are logged where LUWTE_LOG is `problems`, failures of ours everywhere.
 */
export function logProblem(context: Context, code: string, status: number): void {
  if (status < 500 && context.env?.LUWTE_LOG !== "problems") return;
  // logUnhandled says more of it.
  if (code === "internal") return;
  const { method } = context.req;
  logLine(status < 500 ? "warn" : "error", "problem", { method, route: routePath(context), status, code });
}

/** An error that nobody expected: its words without anything that was sent, and where it happened. */
export function logUnhandled(context: Context, error: Error): void {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  logLine("error", "unhandled", {
    method: context.req.method,
    route: routePath(context),
    error: `${error.name}: ${withoutSecrets(error.message)}`,
    stack: frames.map((frame) => frame.trim()),
  });
}

/** The same words without what may be someone's: anything in quotation marks, and long runs without a space. */
export function withoutSecrets(words: string): string {
  return words.replace(TELLTALE, "…");
}
