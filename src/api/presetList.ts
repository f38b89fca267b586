import { type Fetch, getJson } from "./answer.ts";
import type { Bundled } from "./bundled.ts";
import { entryOf } from "./entryOf.ts";
import { type CopyKeep, keptCopy } from "./keep.ts";
import { type PresetEntry, parseListing } from "./listing.ts";
import type { Presets } from "./presets.ts";

export interface PresetListDeps {
  readonly fetch: Fetch;
  readonly keep: CopyKeep;
  readonly bundled: Bundled;
  readonly presets: Presets;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** What there is to hear. */
export interface PresetList {
  /** What is at hand: the listing kept from the Worker, and every bundled session besides. Asks nobody. */
  atHand(): Promise<readonly PresetEntry[]>;
  /** The newest that can be had: asks the Worker, and falls back on what is at hand. */
  newest(): Promise<NewestList>;
}

export interface NewestList {
  readonly entries: readonly PresetEntry[];
  /** Whether the Worker answered; false = this is what was at hand. */
  readonly reached: boolean;
}

const KEY = "presets";

/** Client of `GET /api/presets`. */
export function presetListClient({ fetch, keep, bundled, presets, timeoutMs }: PresetListDeps): PresetList {
  /** Every session that is listed or bundled. A document at hand says more than its line in a listing. */
  async function described(listed: readonly PresetEntry[]): Promise<readonly PresetEntry[]> {
    const lines = new Map<string, PresetEntry | null>(bundled.ids.map((id) => [id, null]));
    for (const entry of listed) lines.set(entry.id, entry);
    const found = await Promise.all(
      [...lines].map(async ([id, entry]) => {
        const session = await presets.atHand(id);
        return session ? entryOf(session) : entry;
      }),
    );
    return found.filter((entry) => entry !== null);
  }

  async function kept() {
    const copy = await keptCopy(keep, KEY);
    const listing = copy && parseListing(copy.body);
    return listing ? { listing, etag: copy.etag } : null;
  }

  return {
    atHand: async () => described((await kept())?.listing.entries ?? []),
    async newest() {
      const copy = await kept();
      const answer = await getJson(fetch, "/api/presets", copy?.etag ?? null, timeoutMs);
      const listing = answer.kind === "new" ? parseListing(answer.body) : null;
      if (listing && answer.kind === "new") {
        await keep.put(KEY, { etag: answer.etag, body: answer.body });
        return { entries: await described(listing.entries), reached: true };
      }
      const entries = await described(copy?.listing.entries ?? []);
      return { entries, reached: answer.kind !== "away" };
    },
  };
}
