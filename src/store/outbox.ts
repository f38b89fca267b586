import * as v from "valibot";
import type { Keep } from "./keep.ts";

const Waiting = v.strictObject({
  /** Attempts since the service last answered. */
  attempts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  /** The service asked not to be asked before this, epoch ms; 0 = it did not. */
  notBefore: v.pipe(v.number(), v.minValue(0)),
});

/** How long the outbox still waits. What is in it are the documents that differ from the service's. */
export type OutboxWaiting = Readonly<v.InferOutput<typeof Waiting>>;

export interface OutboxStore {
  get(): Promise<OutboxWaiting>;
  put(waiting: OutboxWaiting): Promise<void>;
}

const KEY = "outbox";

export function outboxStore(keep: Keep): OutboxStore {
  return {
    async get() {
      const parsed = v.safeParse(Waiting, await keep.get(KEY));
      return parsed.success ? parsed.output : { attempts: 0, notBefore: 0 };
    },
    put: (waiting) => keep.put(KEY, waiting),
  };
}
