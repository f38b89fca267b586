import { withoutSecrets } from "../../../worker/log.ts";

/**
 * What the launcher has to say: words for whoever sits at a terminal, one line of JSON for a log (the form of
 * worker/log.ts).
 */
export function say(
  level: "info" | "error",
  event: string,
  words: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const stream = level === "error" ? process.stderr : process.stdout;
  stream.write(`${stream.isTTY ? words : jsonLine(level, event, more)}\n`);
}

/** workerd's own words: what is JSON already is passed on, the rest becomes it. Addresses of its code help nobody. */
export function sayOfWorkerd(line: string): void {
  if (line === "" || line.startsWith("stack:")) return;
  if (process.stderr.isTTY || line.startsWith("{")) process.stderr.write(`${line}\n`);
  else process.stderr.write(`${jsonLine("error", "workerd", { message: withoutSecrets(line) })}\n`);
}

function jsonLine(level: string, event: string, more: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ time: new Date().toISOString(), level, event, ...more });
}
