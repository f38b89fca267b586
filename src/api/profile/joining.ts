import { Admission } from "../../session/documents/bodies.ts";
import type { Fetch } from "../answer.ts";
import { askFor, type Outcome } from "../request.ts";

/** Makes a profile, with this device as its first. */
export function createProfile(fetch: Fetch, deviceName: string): Promise<Outcome<Admission>> {
  return askFor(fetch, { method: "POST", path: "/api/profiles", body: { deviceName } }, Admission);
}

/** Becomes a device of the profile whose code this is, as it was typed. */
export function redeemCode(fetch: Fetch, code: string, deviceName: string): Promise<Outcome<Admission>> {
  const body = { code, deviceName };
  return askFor(fetch, { method: "POST", path: "/api/pairing/redeem", body }, Admission);
}
