import type { Env } from "../env.ts";
import { tooBusy } from "./later.ts";
import { LiveObjects } from "./live-objects.ts";
import { limitFrom } from "./setting.ts";

/** Of this process: objects of every class, because all hold the same descriptors. */
const live = new LiveObjects();

/** The object of an id. Throws 503 where it is not live and as many are as may be. */
export function liveStub<Class extends Rpc.DurableObjectBranded>(
  env: Env,
  namespace: DurableObjectNamespace<Class>,
  id: DurableObjectId,
): DurableObjectStub<Class> {
  const most = limitFrom(env.LUWTE_LIVE_OBJECTS, Number.POSITIVE_INFINITY);
  if (!live.touch(id.toString(), most, Date.now())) throw tooBusy();
  return namespace.get(id);
}
