import {
  DOCUMENT_NAMES,
  DOCUMENTS,
  type DocumentName,
  type Documents,
} from "../../session/documents/documents.ts";
import type { LocalDocument, LocalDocumentStore, LocalDocuments } from "../../session/documents/local.ts";
import { MERGES } from "../../session/documents/merge/merge.ts";
import { isSame } from "../../session/documents/merge/three-way.ts";
import { parseDocument } from "../../session/documents/parse-document.ts";

/** Whether the service's document could be taken in. */
export type Received = "taken" | "too-new" | "damaged";

/** Attempts without an answer that are remembered. */
const MOST_SENT = 5;

type Listener = (name: DocumentName, by: "person" | "service") => void;

/**
 * A person's documents on this device: what they have changed, and what of that the service does not have yet. That difference
 * is the outbox, so it survives a restart with them. Everything happens at once; keeping it comes after.
 */
export class DocumentDesk {
  readonly #store: LocalDocumentStore;
  readonly #initial: Documents;
  readonly #all: { -readonly [Name in DocumentName]: LocalDocuments[Name] };
  readonly #listeners = new Set<Listener>();

  private constructor(store: LocalDocumentStore, initial: Documents, all: LocalDocuments) {
    this.#store = store;
    this.#initial = initial;
    this.#all = { ...all };
  }

  /** @param initial documents as they are on every device before anybody changes them: where all merging begins */
  static async open(store: LocalDocumentStore, initial: Documents): Promise<DocumentDesk> {
    const read = async <Name extends DocumentName>(name: Name) =>
      (await store.read(name)) ?? untouched(initial[name]);
    const [routine, mixes, path, settings] = await Promise.all([
      read("routine"),
      read("mixes"),
      read("path"),
      read("settings"),
    ]);
    return new DocumentDesk(store, initial, { routine, mixes, path, settings });
  }

  get<Name extends DocumentName>(name: Name): Documents[Name] {
    return this.#all[name].mine;
  }

  revision(name: DocumentName): number {
    return this.#all[name].revision;
  }

  /** Whether the service does not have all of it yet. */
  isWaiting(name: DocumentName): boolean {
    const { mine, base } = this.#all[name];
    return !isSame(mine, base ?? this.#initial[name]);
  }

  waiting(): readonly DocumentName[] {
    return DOCUMENT_NAMES.filter((name) => this.isWaiting(name));
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The person changed it. */
  edit<Name extends DocumentName>(name: Name, mine: Documents[Name]): void {
    if (isSame(mine, this.#all[name].mine)) return;
    this.#put(name, { ...this.#all[name], mine });
    this.#tell(name, "person");
  }

  /** Brings in a document from elsewhere, such as a file: merged with what is here, and to be sent. */
  bring<Name extends DocumentName>(name: Name, document: Documents[Name]): void {
    this.edit(name, MERGES[name](this.#initial[name], this.#all[name].mine, document));
  }

  /** What to send now. It counts as sent until the service answers. */
  send<Name extends DocumentName>(
    name: Name,
  ): { readonly document: Documents[Name]; readonly revision: number } {
    const local = this.#all[name];
    this.#put(name, { ...local, sent: [...local.sent, local.mine].slice(-MOST_SENT) });
    return { document: local.mine, revision: local.revision };
  }

  /**
   * Takes in the service's document: what was changed here since stays, merged with it.
   * @param value as the service sent it; null = it has none
   */
  receive<Name extends DocumentName>(name: Name, value: unknown): Received {
    const local = this.#all[name];
    if (value === null) {
      this.#put(name, { ...local, base: null, revision: 0, sent: [] });
      return "taken";
    }
    const parsed = parseDocument<Documents[Name]>(DOCUMENTS[name], value);
    if (!parsed.ok) return parsed.tooNew ? "too-new" : "damaged";
    const { revision = 0, ...rest } = parsed.document;
    // Without its revision it is the same document: revision is optional in each of them.
    const theirs = rest as Documents[Name];
    // An answer was lost: what is there is what was sent from here, so nothing has to be merged with it.
    const isOurs = local.sent.some((each) => isSame(each, theirs));
    const base = isOurs ? theirs : (local.base ?? this.#initial[name]);
    const mine = MERGES[name](base, local.mine, theirs);
    this.#put(name, { mine, base: theirs, revision, sent: [] });
    if (!isSame(mine, local.mine)) this.#tell(name, "service");
    return "taken";
  }

  /** From now on this device knows of no service; everything on it stays. */
  forgetService(): void {
    for (const name of DOCUMENT_NAMES)
      this.#put(name, { ...this.#all[name], base: null, revision: 0, sent: [] });
  }

  /** As on the first evening. */
  reset(): void {
    const reset = <Name extends DocumentName>(name: Name) => this.#put(name, untouched(this.#initial[name]));
    for (const name of DOCUMENT_NAMES) reset(name);
    for (const name of DOCUMENT_NAMES) this.#tell(name, "service");
  }

  #put<Name extends DocumentName>(name: Name, local: LocalDocument<Documents[Name]>): void {
    this.#all[name] = local as LocalDocuments[Name];
    void this.#store.put(name, local);
  }

  #tell(name: DocumentName, by: "person" | "service"): void {
    for (const listener of this.#listeners) listener(name, by);
  }
}

function untouched<Document>(mine: Document): LocalDocument<Document> {
  return { mine, base: null, revision: 0, sent: [] };
}
