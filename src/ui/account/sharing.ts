import type { Fetch } from "../../api/answer.ts";
import { type Outcome, troubled } from "../../api/request.ts";
import { sealScript } from "../../api/sealedScript.ts";
import { mixToShare } from "../../api/sharing/mixToShare.ts";
import { openShared, sharedSessionId } from "../../api/sharing/openShared.ts";
import { fetchShared, publishShared, reportShared, withdrawShared } from "../../api/sharing/sharingClient.ts";
import { newWithdrawKey } from "../../api/withdrawKey.ts";
import type { LayerInfo } from "../../session/catalogue.ts";
import type { LayerLevel, SessionDocument } from "../../session/schema.ts";
import { secretHash } from "../../session/secret-hash.ts";
import {
  canonicalShared,
  type Lifetime,
  type Report,
  type SharedDocument,
  sharedId,
} from "../../session/shared.ts";
import type { SeenStore } from "../../store/seen.ts";
import type { Share, ShareStore } from "../../store/shares.ts";

export interface SharingDeps {
  readonly fetch: Fetch;
  readonly shares: ShareStore;
  readonly seen: SeenStore;
  /** By what the service knows this person; null where it does not. */
  key(): string | null;
  layers(): Promise<readonly LayerInfo[]>;
  /** What a mix of somebody else is called. */
  mixTitles(): Promise<SessionDocument["titles"]>;
}

export interface SharedHere {
  readonly session: SessionDocument;
  readonly kind: SharedDocument["kind"];
  /** The service was not reached: this is what was seen before. */
  readonly kept: boolean;
}

export type OpenedLink =
  | ({ readonly ok: true } & SharedHere)
  | { readonly ok: false; readonly why: "missing" | "gone" | "damaged" | "locked" | "too-new" | "away" };

/** What this person shares, and what others shared with them. */
export class Sharing {
  readonly #deps: SharingDeps;

  constructor(deps: SharingDeps) {
    this.#deps = deps;
  }

  mine(): Promise<readonly Share[]> {
    return this.#deps.shares.all();
  }

  /** A mix, for all to read. */
  async shareMix(
    title: string,
    mix: readonly LayerLevel[],
    lifetime: Lifetime,
  ): Promise<Outcome<{ readonly share: Share; readonly softer: boolean }>> {
    const ready = mixToShare(mix, await this.#deps.layers());
    if (!ready) return troubled("body-invalid");
    const outcome = await this.#publish({ title, key: "", kind: "mix" }, ready.document, lifetime);
    return outcome.ok ? { ok: true, value: { share: outcome.value, softer: ready.softer } } : outcome;
  }

  /** A guided session, encrypted here: its key stands in the link alone. */
  async shareScript(title: string, session: SessionDocument, lifetime: Lifetime): Promise<Outcome<Share>> {
    const sealed = await sealScript(session);
    if (!sealed) return troubled("body-too-large");
    return this.#publish({ title, key: sealed.key, kind: "script" }, sealed.script, lifetime);
  }

  async withdraw({ id, withdrawKey }: Share): Promise<Outcome<null>> {
    const outcome = await withdrawShared(this.#deps.fetch, id, withdrawKey);
    if (outcome.ok) await this.#deps.shares.remove(withdrawKey);
    return outcome;
  }

  report(id: string, report: Report): Promise<Outcome<null>> {
    return reportShared(this.#deps.fetch, this.#deps.key(), id, report);
  }

  /** What a link leads to. What has been opened here once opens without a connection too. */
  async open(id: string, key: string): Promise<OpenedLink> {
    const { fetch, seen } = this.#deps;
    if (!sharedSessionId(id)) return { ok: false, why: "missing" };
    const outcome = await fetchShared(fetch, id);
    if (outcome.ok) {
      const opened = await this.#read(id, outcome.value, key, false);
      if (opened.ok) await seen.put({ id, key }, outcome.value);
      return opened;
    }
    const { code } = outcome.trouble;
    if (code === "shared-not-found") return { ok: false, why: "missing" };
    if (code === "shared-withdrawn" || code === "shared-expired") {
      // Whoever shared it wants it back.
      await seen.remove(id);
      return { ok: false, why: "gone" };
    }
    if (code === "stored-too-new") return { ok: false, why: "too-new" };
    const document = await seen.document(id);
    return document === undefined ? { ok: false, why: "away" } : this.#read(id, document, key, true);
  }

  /** A session that was opened here, by its own id; null where it was not. Asks nobody. */
  async session(sessionId: string): Promise<SessionDocument | null> {
    for (const { id, key } of await this.#deps.seen.all()) {
      if (sharedSessionId(id) !== sessionId) continue;
      const opened = await this.#read(id, await this.#deps.seen.document(id), key, true);
      return opened.ok ? opened.session : null;
    }
    return null;
  }

  /** Everything that was opened here and can be played. */
  async sessions(): Promise<readonly SessionDocument[]> {
    const all = await this.#deps.seen.all();
    const opened = await Promise.all(
      all.map(async ({ id, key }) => this.#read(id, await this.#deps.seen.document(id), key, true)),
    );
    return opened.flatMap((each) => (each.ok ? [each.session] : []));
  }

  async #read(id: string, value: unknown, key: string, kept: boolean): Promise<OpenedLink> {
    const layers = new Set((await this.#deps.layers()).map((layer) => layer.id));
    const opened = await openShared(id, value, key, await this.#deps.mixTitles(), layers);
    return opened.ok ? { ok: true, session: opened.session, kind: opened.document.kind, kept } : opened;
  }

  async #publish(
    about: Pick<Share, "title" | "key" | "kind">,
    document: SharedDocument,
    lifetime: Lifetime,
  ): Promise<Outcome<Share>> {
    const { fetch, shares, key } = this.#deps;
    const id = await sharedId(canonicalShared(document));
    // With the key of the first time, sharing it again changes its lifetime and makes no second share.
    const earlier = (await shares.all()).find((share) => share.id === id);
    const withdrawKey = earlier?.withdrawKey ?? (await newWithdrawKey()).key;
    const withdrawHash = await secretHash(withdrawKey);
    const outcome = await publishShared(fetch, key(), { document, lifetime, withdrawHash });
    if (!outcome.ok) return outcome;
    const share = { ...about, id: outcome.value.id, withdrawKey, until: outcome.value.until };
    await shares.put(share);
    return { ok: true, value: share };
  }
}

/** Where a share is opened: its key stands in the fragment, which no browser sends. */
export function linkOf(origin: string, { id, key }: Pick<Share, "id" | "key">): string {
  return `${origin}/s/${id}${key === "" ? "" : `#${key}`}`;
}
