import * as v from "valibot";
import { SharedId } from "../session/shared.ts";
import type { Keep } from "./keep.ts";

const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** Something that this device shares, and the key by which it is taken back. */
export const Share = v.strictObject({
  id: SharedId,
  kind: v.picklist(["mix", "script"]),
  /** As the person knows it; the service does not. */
  title: v.pipe(v.string(), v.maxLength(120)),
  /** Of a script, for its link's fragment; "" for a mix. */
  key: v.union([v.literal(""), Secret]),
  withdrawKey: Secret,
  /** Null = until it is taken back. */
  until: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
export type Share = Readonly<v.InferOutput<typeof Share>>;

export interface ShareStore {
  all(): Promise<readonly Share[]>;
  /** In place of an earlier one of the same content, newest first. */
  put(share: Share): Promise<void>;
  remove(withdrawKey: string): Promise<void>;
}

const KEY = "shares";

export function shareStore(keep: Keep): ShareStore {
  const all = async () => parseShares(await keep.get(KEY));
  return {
    all,
    async put(share) {
      const rest = (await all()).filter(({ withdrawKey }) => withdrawKey !== share.withdrawKey);
      await keep.put(KEY, [share, ...rest]);
    },
    async remove(withdrawKey) {
      await keep.put(
        KEY,
        (await all()).filter((each) => each.withdrawKey !== withdrawKey),
      );
    },
  };
}

/** Reads kept shares; what is damaged is passed over. */
export function parseShares(value: unknown): readonly Share[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const parsed = v.safeParse(Share, each);
    return parsed.success ? [parsed.output] : [];
  });
}
