import { canonicalJson } from "../../canonical-json.ts";
import { lineId } from "../../script/line-id.ts";
import { MAX_MIXES, type MixesDocument } from "../mixes.ts";
import { agreedOn, entryAt, isLater, isSame, namesOf } from "./three-way.ts";

type Entry = MixesDocument["mixes"][string];

/** The longest name that still has room for a sign of its being a copy. */
const COPY_NAME_LENGTH = 56;

/**
 * The mixes of two devices. One that both changed is kept twice: the later under its own id, the other as a copy. One
 * that was changed here and thrown away there stays. Beyond {@link MAX_MIXES} the newest stay.
 */
export function mergeMixes(base: MixesDocument, first: MixesDocument, second: MixesDocument): MixesDocument {
  const merged = new Map<string, Entry>();
  const copies = new Map<string, Entry>();
  for (const id of namesOf(first.mixes, second.mixes)) {
    const [was, a, b] = [base.mixes, first.mixes, second.mixes].map((mixes) => entryAt(mixes, id));
    const agreed = agreedOn(was, a, b);
    const firstCounts = !b || (a !== undefined && isLater(a.changedAt, a, b.changedAt, b));
    const kept = agreed ? agreed.value : firstCounts ? a : b;
    if (kept) merged.set(id, kept);
    const other = firstCounts ? b : a;
    if (agreed || !kept || !other) continue;
    if (kept.name !== other.name || !isSame(kept.levels, other.levels))
      copies.set(copyId(id, other), copyOf(other));
  }
  // A copy that was made before may have been changed since.
  for (const [id, copy] of copies) if (!merged.has(id)) merged.set(id, copy);
  return { version: 1, mixes: Object.fromEntries(newest(merged)) };
}

/** In the order of their ids. */
function newest(mixes: ReadonlyMap<string, Entry>): readonly (readonly [string, Entry])[] {
  const byAge = [...mixes].sort(([idA, a], [idB, b]) => b.changedAt - a.changedAt || (idA < idB ? -1 : 1));
  return byAge.slice(0, MAX_MIXES).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same on every device that makes this copy, so that it is made once. */
function copyId(id: string, entry: Entry): string {
  const text = canonicalJson([id, entry]);
  return lineId(text) + lineId(`${text}.`);
}

function copyOf(entry: Entry): Entry {
  return { ...entry, name: `${entry.name.slice(0, COPY_NAME_LENGTH).trim()} (2)` };
}
