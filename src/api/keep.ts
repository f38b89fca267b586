import * as v from "valibot";

/** Where copies of what the Worker served are kept. Never fails. */
export interface CopyKeep {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
}

const Copy = v.object({ etag: v.nullable(v.string()), body: v.unknown() });

/** A body as the Worker served it, and its ETag. */
export type Copy = v.InferOutput<typeof Copy>;

/** Reads a kept copy; null where there is none or it is damaged. Its body is still to be parsed. */
export async function keptCopy(keep: CopyKeep, key: string): Promise<Copy | null> {
  const parsed = v.safeParse(Copy, await keep.get(key));
  return parsed.success ? parsed.output : null;
}
