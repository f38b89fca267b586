import type { Context } from "hono";
import type { App } from "../env.ts";
import { clientAddress } from "../limits/client-address.ts";
import type { Person } from "./publisher.ts";

/** Who asks. */
export async function personOf({ req, env }: Context<App>): Promise<Person> {
  return { kind: "address", address: clientAddress(req.raw, env) };
}
