import type { Change } from "../../session/documents/bodies.ts";
import { DOCUMENT_NAMES, type DocumentName } from "../../session/documents/documents.ts";
import type { Clock } from "../clock.ts";
import type { ProfileClient } from "../profile/profileClient.ts";
import type { Trouble } from "../request.ts";
import { backoffMs } from "./backoff.ts";
import { ChangeFeed, type Socket } from "./changeFeed.ts";
import type { DocumentDesk, Received } from "./documentDesk.ts";

/**
 * `synced`: the service has everything. `busy`: it is being told. `waiting`: it was not reached, or asked to wait; tried again by
 * itself. `refused`: it does not know this device any longer. `too-new`: it has documents that this app cannot read.
 * `unfit`: it would not take a document as it is.
 */
export type SyncState = "synced" | "busy" | "waiting" | "refused" | "too-new" | "unfit";

export interface OutboxWaiting {
  readonly attempts: number;
  /** Epoch ms. */
  readonly notBefore: number;
}

export interface SyncDeps {
  readonly client: ProfileClient;
  readonly desk: DocumentDesk;
  readonly clock: Clock;
  /** In [0, 1). */
  random(): number;
  readonly outbox: {
    get(): Promise<OutboxWaiting>;
    put(waiting: OutboxWaiting): Promise<void>;
  };
  /** @param protocols the service's own, and the ticket */
  openSocket(protocols: readonly string[]): Socket;
  onState(state: SyncState): void;
  onDevices(): void;
}

/** A hand that still moves is waited for this long. */
const SETTLE_MS = 1200;
/** Newer documents stay newer until the app is; asked again after this. */
const TOO_NEW_MS = 1_800_000;
/** No answer may keep the outbox for longer, whatever it asks or however the clock is put. */
const LONGEST_WAIT_MS = 3_600_000;
/** Two devices that write all the time get in each other's way this often; then it waits. */
const MOST_MISMATCHES = 5;

/**
 * Keeps a person's documents the same here and on the service. What is changed here is sent once the hand rests; what changes there
 * is fetched as soon as the feed tells; both are merged on this device. Nothing waits for it.
 */
export class Sync {
  readonly #deps: SyncDeps;
  readonly #feed: ChangeFeed;
  /** Documents to be fetched; "all" = whichever the service has in another revision. */
  readonly #wanted = new Set<DocumentName | "all">();
  /** Not taken by the service as they are; sent again when they change. */
  readonly #unfit = new Set<DocumentName>();
  #etag: string | null = null;
  #attempts = 0;
  #notBefore = 0;
  #working = false;
  #state: SyncState | null = null;
  #run: "stopped" | "resting" | "running" = "stopped";
  #cancelRetry: () => void = () => {};
  #cancelSettle: () => void = () => {};
  #offDesk: () => void = () => {};

  constructor(deps: SyncDeps) {
    this.#deps = deps;
    this.#feed = new ChangeFeed({
      clock: deps.clock,
      random: deps.random,
      ticket: () => deps.client.ticket(),
      openSocket: (ticket) => deps.openSocket(deps.client.protocols(ticket)),
      onGap: () => this.#want("all"),
      onChange: (change) => this.#heard(change),
    });
  }

  async start(): Promise<void> {
    const { outbox, desk, clock } = this.#deps;
    const { attempts, notBefore } = await outbox.get();
    this.#attempts = attempts;
    this.#notBefore = Math.min(notBefore, clock.now() + LONGEST_WAIT_MS);
    this.#offDesk = desk.onChange((name, by) => {
      if (by === "person") this.#edited(name);
    });
    this.#run = "running";
    this.#feed.start();
  }

  /** While a night sounds nothing is asked, and nothing changes here. */
  rest(): void {
    if (this.#run === "stopped") return;
    this.#run = "resting";
    this.#feed.stop();
    this.#cancelRetry();
  }

  /** Nobody sees the page: what still waits goes out at once, in case it is closed; what is new can wait. */
  unseen(): void {
    if (this.#run === "stopped") return;
    this.#run = "running";
    this.#feed.stop();
    void this.#work();
  }

  /** On again, or the network is: asks for what was missed, unless the service asked to wait. */
  resume(): void {
    if (this.#run === "stopped") return;
    this.#run = "running";
    this.#feed.stop();
    this.#feed.start();
  }

  stop(): void {
    this.#run = "stopped";
    this.#feed.stop();
    this.#cancelRetry();
    this.#cancelSettle();
    this.#offDesk();
  }

  #edited(name: DocumentName): void {
    this.#unfit.delete(name);
    this.#cancelSettle();
    this.#cancelSettle = this.#deps.clock.after(SETTLE_MS, () => void this.#work());
  }

  #heard(change: Change): void {
    if ("devices" in change) this.#deps.onDevices();
    else if (change.revision > this.#deps.desk.revision(change.document)) this.#want(change.document);
  }

  #want(what: DocumentName | "all"): void {
    this.#wanted.add(what);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#working || this.#run !== "running" || this.#state === "refused") return;
    const { clock } = this.#deps;
    const waitMs = this.#notBefore - clock.now();
    if (waitMs > 0) {
      this.#later(waitMs);
      return;
    }
    this.#working = true;
    this.#cancelRetry();
    let trouble: Trouble | null = null;
    for (let next = this.#next(); next && !trouble && this.#run === "running"; next = this.#next()) {
      this.#show("busy");
      trouble = await next();
    }
    this.#working = false;
    if (trouble) this.#fail(trouble);
    else if (this.#run === "running") this.#succeed();
  }

  /** The next thing to ask; null where all is done. */
  #next(): (() => Promise<Trouble | null>) | null {
    const waiting = this.#deps.desk.waiting().find((name) => !this.#unfit.has(name));
    if (waiting) return () => this.#push(waiting);
    const [wanted] = this.#wanted;
    if (wanted === undefined) return null;
    return async () => {
      // Before it is asked: what is told during the question is another one.
      this.#wanted.delete(wanted);
      const trouble = wanted === "all" ? await this.#look() : await this.#pull(wanted);
      if (trouble) this.#wanted.add(wanted);
      return trouble;
    };
  }

  /** Finds out which documents have changed on the service. */
  async #look(): Promise<Trouble | null> {
    const { client, desk } = this.#deps;
    const outcome = await client.revisions(this.#etag);
    if (!outcome.ok) return outcome.trouble;
    if (!outcome.value) return null;
    this.#etag = outcome.value.etag;
    for (const name of DOCUMENT_NAMES) {
      if ((outcome.value.revisions[name] ?? 0) !== desk.revision(name)) this.#wanted.add(name);
    }
    return null;
  }

  async #pull(name: DocumentName): Promise<Trouble | null> {
    const { client, desk } = this.#deps;
    const outcome = await client.document(name, desk.revision(name));
    if (this.#run !== "running") {
      // A night that has begun meanwhile is left alone: what came is asked for again after it.
      this.#wanted.add(name);
      return null;
    }
    if (!outcome.ok) return outcome.trouble;
    const { value } = outcome;
    return value === "unchanged" ? null : this.#take(name, value === "none" ? null : value.document);
  }

  /** Sends a document; where it was changed elsewhere meanwhile, merges and sends again. */
  async #push(name: DocumentName): Promise<Trouble | null> {
    const { client, desk } = this.#deps;
    for (let mismatches = 0; mismatches <= MOST_MISMATCHES; mismatches++) {
      const { document, revision } = desk.send(name);
      const outcome = await client.putDocument(name, revision, document);
      if (this.#run !== "running") return null;
      if (!outcome.ok) {
        if (!UNFIT.has(outcome.trouble.code)) return outcome.trouble;
        this.#unfit.add(name);
        return null;
      }
      const trouble = this.#take(name, outcome.value.document);
      if (trouble || outcome.value.written || !desk.isWaiting(name)) return trouble;
    }
    return { code: "revision-mismatch", retryAfterSeconds: null };
  }

  #take(name: DocumentName, document: unknown): Trouble | null {
    const received: Received = this.#deps.desk.receive(name, document);
    return received === "taken" ? null : { code: received, retryAfterSeconds: null };
  }

  #succeed(): void {
    if (this.#attempts > 0 || this.#notBefore > 0) this.#wait(0, 0);
    this.#show(this.#unfit.size > 0 ? "unfit" : "synced");
  }

  #fail({ code, retryAfterSeconds }: Trouble): void {
    const { clock, random } = this.#deps;
    if (code === "key-refused") {
      this.stop();
      this.#show("refused");
      return;
    }
    this.#etag = null;
    const askedMs = Math.min(LONGEST_WAIT_MS, (retryAfterSeconds ?? 0) * 1000);
    this.#wait(this.#attempts + 1, askedMs > 0 ? clock.now() + askedMs : 0);
    const tooNew = TOO_NEW.has(code);
    this.#show(tooNew ? "too-new" : "waiting");
    const waitMs = Math.max(askedMs, tooNew ? TOO_NEW_MS : backoffMs(this.#attempts, random()));
    if (this.#run === "running") this.#later(waitMs);
  }

  #wait(attempts: number, notBefore: number): void {
    this.#attempts = attempts;
    this.#notBefore = notBefore;
    void this.#deps.outbox.put({ attempts: Math.min(attempts, 1000), notBefore });
  }

  #later(ms: number): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#deps.clock.after(ms, () => void this.#work());
  }

  #show(state: SyncState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#deps.onState(state);
  }
}

const TOO_NEW = new Set(["too-new", "document-too-new", "stored-too-new"]);
/** Answers that stay the same however often it is sent. */
const UNFIT = new Set(["body-invalid", "body-too-large", "body-not-json", "not-json"]);
