import type { Handler } from "hono";
import { problem } from "./problem.ts";

/** Answers 405 and says which methods there are. Registered after a path's own handlers. */
export function onlyMethods(...methods: readonly string[]): Handler {
  return (context) => problem(context, "method-not-allowed", { allow: methods.join(", ") });
}
