import * as v from "valibot";
import { SharedId } from "../session/shared.ts";
import { SEEN_KEY } from "./accountKey.ts";
import type { Keep } from "./keep.ts";

/** So many of the last opened stay: a script has up to 128 KB. */
const MOST_SEEN = 30;

const Entry = v.strictObject({ id: SharedId, key: v.pipe(v.string(), v.maxLength(60)) });

/** Something of somebody else's that was opened here, and what its link had in its fragment. */
export type Seen = Readonly<v.InferOutput<typeof Entry>>;

/** What others shared and was opened here, so that it can be heard without a connection. */
export interface SeenStore {
  /** Newest first. */
  all(): Promise<readonly Seen[]>;
  /** The document, unparsed; undefined where it is not here. */
  document(id: string): Promise<unknown>;
  put(seen: Seen, document: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

export function seenStore(keep: Keep): SeenStore {
  async function all(): Promise<readonly Seen[]> {
    const parsed = v.safeParse(v.array(Entry), await keep.get(SEEN_KEY));
    return parsed.success ? parsed.output : [];
  }
  const without = async (id: string) => (await all()).filter((each) => each.id !== id);
  return {
    all,
    document: (id) => keep.get(keyOf(id)),
    async put(seen, document) {
      const entries = [seen, ...(await without(seen.id))];
      await keep.put(keyOf(seen.id), document);
      await keep.put(SEEN_KEY, entries.slice(0, MOST_SEEN));
      for (const { id } of entries.slice(MOST_SEEN)) await keep.remove(keyOf(id));
    },
    async remove(id) {
      await keep.put(SEEN_KEY, await without(id));
      await keep.remove(keyOf(id));
    },
  };
}

function keyOf(id: string): string {
  return `${SEEN_KEY}:${id}`;
}
