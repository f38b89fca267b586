import type { Context } from "hono";
import type { App } from "../env.ts";
import { clientAddress } from "../limits/client-address.ts";
import { callerOf, granted } from "../profile/caller.ts";
import type { Person } from "./publisher.ts";

/** Who asks: the profile whose key is sent, which must be a good one, else the address. */
export async function personOf(context: Context<App>): Promise<Person> {
  const { req, env } = context;
  if (req.header("authorization") === undefined) {
    return { kind: "address", address: clientAddress(req.raw, env) };
  }
  const { profileId, profile, key } = await callerOf(context);
  granted(await profile.device(key));
  return { kind: "profile", id: profileId };
}
