import { DurableObject } from "cloudflare:workers";
import type { Device } from "../../src/session/documents/bodies.ts";
import type { DocumentName } from "../../src/session/documents/documents.ts";
import type { Env } from "../env.ts";
import { isNotModified } from "../etag.ts";
import { socketClosed } from "../limits/open-sockets.ts";
import { Rate } from "../limits/rate.ts";
import { limitFrom } from "../limits/setting.ts";
import { Changes, CLOSED, isRepliable } from "./changes.ts";
import type { Condition } from "./condition.ts";
import { Devices, type NewDevice } from "./devices.ts";
import { Documents, type Named } from "./documents.ts";
import { type Imported, type Incoming, importDocuments } from "./import.ts";
import { Life } from "./life.ts";
import { forgetCode, keepCode, useCode } from "./pairing-code.ts";
import { makeTables, openTables, type Tables } from "./tables.ts";

/** Many times what a hand can do; an outbox that comes back after a week sends four documents. */
const WRITES_PER_MINUTE = 240;
const CODES_PER_10_MINUTES = 10;

/** The header in which the Worker hands a ticket to the object. */
export const TICKET_HEADER = "luwte-ticket";

/** Why an object did not do what was asked: a problem's code, and when to come back, seconds. */
export interface Refused {
  readonly refused:
    | "key-refused"
    | "stored-too-new"
    | "too-many-devices"
    | "too-many-requests"
    | "device-not-found"
    | "last-device"
    | "code-refused";
  readonly retryAfter?: number;
}

/** What is asked for most comes as bare text: on the way to the Worker an object takes a tenth of a request more. */
type Text = string;

const KEY_REFUSED: Refused = { refused: "key-refused" };
const TOO_NEW: Refused = { refused: "stored-too-new" };

/** One person: documents, devices, and who is listening. What each thing means stands in the file of its name. */
export class Profile extends DurableObject<Env> {
  protected readonly now = (): number => Date.now();
  readonly #sql: SqlStorage;
  readonly #documents: Documents;
  readonly #devices: Devices;
  readonly #changes: Changes;
  readonly #life: Life;
  readonly #writes = new Rate(60_000);
  readonly #codes = new Rate(600_000);
  #tables: Tables;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#sql = context.storage.sql;
    this.#tables = openTables(context.storage);
    this.#documents = new Documents(this.#sql);
    this.#devices = new Devices(this.#sql);
    this.#changes = new Changes(context);
    this.#life = new Life(context.storage);
  }

  /** Makes the profile and its first device, on an id that was minted for it. */
  async create(keyHash: ArrayBuffer, name: string): Promise<Device | Refused> {
    if (this.#tables !== "none") return KEY_REFUSED;
    makeTables(this.ctx.storage);
    this.#tables = "ready";
    const now = this.now();
    await this.#life.begin(now);
    return this.#add({ keyHash, kind: "device", name }, now);
  }

  /** Whose key it is. */
  device(key: ArrayBuffer): Device | Refused {
    return this.#as(key, (device) => device);
  }

  all(key: ArrayBuffer): readonly Named[] | Refused {
    return this.#as(key, () => orRefused(this.#documents.all()));
  }

  /**
   * A document's text; null where there is none.
   * @param ifNoneMatch the header; where it names the document's tag, the revision alone comes back
   */
  read(
    key: ArrayBuffer,
    name: DocumentName,
    ifNoneMatch: string | null,
  ): Text | { readonly unchanged: number } | null | Refused {
    return this.#as(key, () => {
      const found = orRefused(this.#documents.read(name));
      if (found === null || "refused" in found) return found;
      const { revision, body } = found;
      return isNotModified(ifNoneMatch, `"${revision}"`) ? { unchanged: revision } : body;
    });
  }

  /** The text of a document that was replaced or created; or of the one there is, because the condition does not hold. */
  write(
    key: ArrayBuffer,
    name: DocumentName,
    condition: Condition,
    content: string,
  ): Text | { readonly created: Text } | { readonly current: Text | null } | Refused {
    return this.#asWriter(key, () => {
      const written = orRefused(this.#documents.write(name, condition, content));
      if ("refused" in written) return written;
      if ("current" in written) return { current: written.current?.body ?? null };
      const { revision, body } = written.stored;
      this.#changes.tell({ document: name, revision });
      return written.created ? { created: body } : body;
    });
  }

  import(key: ArrayBuffer, incoming: readonly Incoming[]): Imported | Refused {
    return this.#asWriter(key, () => {
      const imported = orRefused(importDocuments(this.#documents, incoming));
      if ("imported" in imported) {
        for (const { name, stored } of imported.imported) {
          this.#changes.tell({ document: name, revision: stored.revision });
        }
      }
      return imported;
    });
  }

  devices(key: ArrayBuffer): { devices: Device[]; current: string } | Refused {
    return this.#as(key, ({ id }) => ({ devices: this.#devices.list(), current: id }));
  }

  addDevice(key: ArrayBuffer, keyHash: ArrayBuffer, kind: Device["kind"], name: string): Device | Refused {
    return this.#asWriter(key, () => this.#join({ keyHash, kind, name }));
  }

  renameDevice(key: ArrayBuffer, id: string, name: string): Device | Refused {
    return this.#asWriter(key, () => {
      const renamed = this.#devices.rename(id, name);
      if (renamed) this.#changes.tell({ devices: true });
      return renamed ?? { refused: "device-not-found" };
    });
  }

  /** From now on the device is a stranger; what it listens to ends. */
  revokeDevice(key: ArrayBuffer, id: string): { revoked: string } | Refused {
    return this.#asWriter(key, (device) => {
      if (id === device.id && this.#devices.list().length === 1) return { refused: "last-device" };
      if (!this.#devices.remove(id)) return { refused: "device-not-found" };
      this.#changes.revoke(id);
      this.#changes.tell({ devices: true });
      return { revoked: id };
    });
  }

  startPairing(key: ArrayBuffer, codeHash: ArrayBuffer, expiresAt: number): { expiresAt: number } | Refused {
    return this.#asWriter(key, () => {
      const retryAfter = this.#codes.take("", CODES_PER_10_MINUTES, this.now());
      if (retryAfter > 0) return { refused: "too-many-requests", retryAfter };
      keepCode(this.#sql, codeHash, expiresAt);
      return { expiresAt };
    });
  }

  stopPairing(key: ArrayBuffer): { stopped: true } | Refused {
    return this.#asWriter(key, () => {
      forgetCode(this.#sql);
      return { stopped: true };
    });
  }

  /** The one way in without a key: by the code that a device of this profile shows. */
  redeem(codeHash: ArrayBuffer, keyHash: ArrayBuffer, name: string): Device | Refused {
    const known = this.#tables === "ready" && useCode(this.#sql, codeHash, this.now());
    return known ? this.#join({ keyHash, kind: "device", name }) : { refused: "code-refused" };
  }

  ticket(key: ArrayBuffer): { ticket: string; expiresAt: number } | Refused {
    return this.#asWriter(key, ({ id }) => this.#changes.issueTicket(id, this.now()));
  }

  async erase(key: ArrayBuffer): Promise<{ erased: true } | Refused> {
    const device = this.device(key);
    if ("refused" in device) return device;
    await this.#end();
    return { erased: true };
  }

  /** Opens the socket of changes. */
  override fetch(request: Request): Response {
    const ticket = request.headers.get(TICKET_HEADER) ?? "";
    return this.#changes.open(ticket, this.now()) ?? new Response(null, { status: 401 });
  }

  /** Nothing is said here but `ping`, which is answered without us. */
  override webSocketMessage(socket: WebSocket): void {
    socket.close(CLOSED.talked, "only the service talks here");
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    socketClosed();
    socket.close(isRepliable(code) ? code : 1000);
  }

  override webSocketError(): void {
    socketClosed();
  }

  /** Set when the profile was made; it was never used after its first minute. */
  override async alarm(): Promise<void> {
    if (this.#tables === "ready" && !this.#life.isUsed()) await this.#end();
  }

  /** Does something for whoever holds the key. Whatever is wrong with a key, the answer is the same. */
  #as<Result>(key: ArrayBuffer, act: (device: Device) => Result | Refused): Result | Refused {
    if (this.#tables === "too-new") return TOO_NEW;
    const device = this.#tables === "ready" ? this.#devices.find(key) : null;
    if (!device) return KEY_REFUSED;
    this.#life.note(this.now());
    this.#devices.markSeen(device, this.now());
    return act(device);
  }

  #asWriter<Result>(key: ArrayBuffer, act: (device: Device) => Result | Refused): Result | Refused {
    return this.#as(key, (device) => {
      const most = limitFrom(this.env.LUWTE_WRITES_PER_MINUTE, WRITES_PER_MINUTE);
      const retryAfter = this.#writes.take("", most, this.now());
      return retryAfter > 0 ? { refused: "too-many-requests", retryAfter } : act(device);
    });
  }

  #join(device: NewDevice): Device | Refused {
    const joined = this.#add(device, this.now());
    if (!("refused" in joined)) {
      this.#life.keep();
      this.#changes.tell({ devices: true });
    }
    return joined;
  }

  #add(device: NewDevice, nowMs: number): Device | Refused {
    const outcome = this.#devices.add(device, nowMs);
    if (!outcome) return { refused: "too-many-devices" };
    if (outcome.replaced !== null) this.#changes.revoke(outcome.replaced);
    return outcome.added;
  }

  async #end(): Promise<void> {
    this.#changes.revokeAll();
    this.#tables = "none";
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }
}

function orRefused<Result>(result: Result | "too-new"): Result | Refused {
  return result === "too-new" ? TOO_NEW : result;
}
