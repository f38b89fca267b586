import * as v from "valibot";
import { Writing } from "../session/person/writing.ts";
import type { Keep } from "./keep.ts";

/** What somebody wrote here. It never leaves the device by itself. */
export interface WritingStore {
  /** Newest first. */
  all(): Promise<readonly Writing[]>;
  /** In place of an earlier state of the same page. */
  put(writing: Writing): Promise<void>;
  /** For good: no copy stays. */
  erase(id: string): Promise<void>;
}

const KEY = "writing";

export function writingStore(keep: Keep): WritingStore {
  const all = async () => parseWritings(await keep.get(KEY));
  const save = (writings: readonly Writing[]) =>
    writings.length > 0 ? keep.put(KEY, writings) : keep.remove(KEY);
  // One after another: what is erased is not brought back by what was being kept a moment before.
  let chain: Promise<void> = Promise.resolve();
  const change = (changed: (writings: readonly Writing[]) => readonly Writing[]) => {
    chain = chain.then(async () => save(changed(await all())));
    return chain;
  };
  return {
    all: () => chain.then(all),
    put: (writing) =>
      change((writings) =>
        [writing, ...writings.filter(({ id }) => id !== writing.id)].toSorted(
          (one, other) => other.atMs - one.atMs,
        ),
      ),
    erase: (id) => change((writings) => writings.filter((each) => each.id !== id)),
  };
}

/** Reads kept pages; what is damaged is passed over. */
export function parseWritings(value: unknown): readonly Writing[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const parsed = v.safeParse(Writing, each);
    return parsed.success ? [parsed.output] : [];
  });
}
