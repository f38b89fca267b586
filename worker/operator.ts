import type { MiddlewareHandler } from "hono";
import { bearer } from "./bearer.ts";
import type { App } from "./env.ts";
import { problem } from "./problem.ts";

/** A shorter secret could be guessed; the service then has no operator. */
const MIN_SECRET = 32;

/** Lets only the operator through, by the secret in the environment. Where none is set, these addresses do not exist. */
export const onlyOperator: MiddlewareHandler<App> = async (context, next) => {
  const secret = context.env.OPERATOR_SECRET ?? "";
  if (secret.length < MIN_SECRET) return problem(context, "not-found");
  const given = bearer(context.req.header("authorization"));
  if (given !== null && (await isSame(given, secret))) return next();
  return problem(context, "operator-key-wrong", { "www-authenticate": "Bearer" });
};

/** Compares hashes, which have one length, in constant time. */
async function isSame(a: string, b: string): Promise<boolean> {
  const hash = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return crypto.subtle.timingSafeEqual(await hash(a), await hash(b));
}
