import { effect, signal } from "@preact/signals";
import type { Fetch } from "../../api/answer.ts";
import type { Clock } from "../../api/clock.ts";
import { entryOf } from "../../api/entryOf.ts";
import type { PresetEntry } from "../../api/listing.ts";
import type { Outcome } from "../../api/request.ts";
import type { Socket } from "../../api/sync/changeFeed.ts";
import { DocumentDesk } from "../../api/sync/documentDesk.ts";
import { loadAccountWords } from "../../i18n/accountWords.ts";
import { OWN_MIX } from "../../session/bed-of-mix.ts";
import { SHARED_SESSION } from "../../session/recording-of.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { accountStore } from "../../store/account.ts";
import { initialDocuments } from "../../store/initialDocuments.ts";
import type { Keep } from "../../store/keep.ts";
import { localDocumentStore } from "../../store/localDocuments.ts";
import { outboxStore } from "../../store/outbox.ts";
import { seenStore } from "../../store/seen.ts";
import { shareStore } from "../../store/shares.ts";
import { ROUTINE } from "../../store/store.ts";
import type { App } from "../model/app.ts";
import { Connection } from "./connection.ts";
import { Evenings } from "./evenings.ts";
import { exportFile, type FilesDeps, type Imported, importFile } from "./files.ts";
import { OwnMixes } from "./mixes.ts";
import { Sharing } from "./sharing.ts";

export interface AccountDeps {
  readonly app: App;
  readonly keep: Keep;
  readonly fetch: Fetch;
  readonly clock: Clock;
  random(): number;
  openSocket(protocols: readonly string[]): Socket;
  readonly deviceName: string;
  /** Where links begin: scheme, host and port. */
  readonly origin: string;
  isSeen(): boolean;
  /** Tells when the page is shown or hidden, or the network is there again. */
  onStir(listener: () => void): void;
  /** Begins anew, as on the first evening. */
  leavePage(): void;
}

/** A person's devices, own mixes and shares. Made when it is first used; being made, it asks nobody anything. */
export interface Account {
  readonly connection: Connection;
  readonly evenings: Evenings;
  readonly mixes: OwnMixes;
  readonly sharing: Sharing;
  readonly deviceName: string;
  readonly origin: string;
  /** A session of the person's own, or that somebody shared; null where it is not on this device. */
  session(id: string): Promise<SessionDocument | null>;
  /** Own mixes and what was shared, as lines of the list. */
  entries(): Promise<readonly PresetEntry[]>;
  exportFile(): Promise<string>;
  importFile(text: string): Promise<Imported>;
  /** Everything, on the service and here, for good. Where the service cannot be reached nothing is erased anywhere. */
  eraseAll(): Promise<Outcome<null>>;
}

export async function createAccount(deps: AccountDeps): Promise<Account> {
  const { app, keep, fetch, clock } = deps;
  // Before it is read, the routine on the screen is nobody's choice.
  await app.routineRead;
  const now = () => clock.now();
  const desk = await DocumentDesk.open(localDocumentStore(keep), initialDocuments());
  const connection = new Connection({
    ...deps,
    store: accountStore(keep),
    outbox: outboxStore(keep),
    desk,
  });
  const evenings = new Evenings(app, desk, keep, now, changedAtOf(await keep.get(ROUTINE)) ?? now());
  const mixes = new OwnMixes(desk, now);
  const shares = shareStore(keep);
  const seen = seenStore(keep);
  const sharing = new Sharing({
    fetch,
    shares,
    seen,
    key: () => connection.key,
    layers: () => app.deps.library.layers(),
    async mixTitles() {
      const [nl, en] = await Promise.all([loadAccountWords("nl"), loadAccountWords("en")]);
      return { nl: nl("shared.mixTitle"), en: en("shared.mixTitle") };
    },
  });
  await connection.open();
  const isSeen = signal(deps.isSeen());
  effect(() => connection.quiet(app.view.value === "night" ? "night" : isSeen.value ? "none" : "unseen"));
  const stopProtecting = effect(() => {
    if (connection.state.value === "alone") return;
    // From now on there is a key to lose.
    void app.deps.routines.protect().catch(() => false);
    queueMicrotask(() => stopProtecting());
  });
  deps.onStir(() => {
    const before = isSeen.value;
    isSeen.value = deps.isSeen();
    // Neither shown nor hidden: the network is there again.
    if (before && isSeen.value && app.view.value !== "night") connection.quiet("none");
  });
  const filesDeps = async (): Promise<FilesDeps> => ({
    desk,
    shares,
    seen,
    now,
    writings: (await app.openCare()).writings,
    person: () => app.person.value,
    keepPerson: (person) => app.changePerson(person),
  });
  return {
    connection,
    evenings,
    mixes,
    sharing,
    deviceName: deps.deviceName,
    origin: deps.origin,
    async session(id) {
      if (id.startsWith(OWN_MIX)) return mixes.sessions.value.find((each) => each.id === id) ?? null;
      return id.startsWith(SHARED_SESSION) ? sharing.session(id) : null;
    },
    entries: async () => [...mixes.sessions.value, ...(await sharing.sessions())].map(entryOf),
    exportFile: async () => exportFile(await filesDeps()),
    importFile: async (text) => importFile(await filesDeps(), text),
    async eraseAll() {
      for (const share of await sharing.mine()) {
        const withdrawn = await sharing.withdraw(share);
        if (!withdrawn.ok) return withdrawn;
      }
      const erased = await connection.erase();
      if (!erased.ok && erased.trouble.code !== "key-refused") return erased;
      connection.close();
      await keep.clear();
      deps.leavePage();
      return { ok: true, value: null };
    },
  };
}

function changedAtOf(kept: unknown): number | null {
  if (typeof kept !== "object" || kept === null || !("changedAt" in kept)) return null;
  return typeof kept.changedAt === "number" && Number.isFinite(kept.changedAt) ? kept.changedAt : null;
}
