import * as v from "valibot";
import {
  Admission,
  Device,
  Devices,
  PairingCode,
  Revisions,
  Ticket,
} from "../../session/documents/bodies.ts";
import type { DocumentName } from "../../session/documents/documents.ts";
import type { Fetch } from "../answer.ts";
import { type Asked, ask, askFor, type Outcome, troubled } from "../request.ts";

/** What the service answers about one document. Unparsed: its version may be any. */
export type Fetched = { readonly document: unknown } | "unchanged" | "none";

const Mismatch = v.looseObject({ document: v.nullable(v.looseObject({})) });

/** What one device of a person asks the service (docs/decisions/profiles-api.md). Nothing rejects. */
export class ProfileClient {
  readonly #fetch: Fetch;
  readonly #key: string;

  /** @param key `<profileId>.<secret>` */
  constructor(fetch: Fetch, key: string) {
    this.#fetch = fetch;
    this.#key = key;
  }

  /** @param etag of the revisions at hand; null in the answer = they are as they were */
  async revisions(
    etag: string | null,
  ): Promise<Outcome<{ revisions: Revisions["documents"]; etag: string | null } | null>> {
    const outcome = await this.#ask({
      method: "GET",
      path: "/api/documents",
      ...(etag ? { headers: { "if-none-match": etag } } : {}),
    });
    if (!outcome.ok) return outcome;
    if (outcome.value.status === 304) return { ok: true, value: null };
    const parsed = v.safeParse(Revisions, outcome.value.body);
    if (!parsed.success) return troubled("damaged");
    return { ok: true, value: { revisions: parsed.output.documents, etag: outcome.value.etag } };
  }

  /** @param revision at hand; 0 = none */
  async document(name: DocumentName, revision: number): Promise<Outcome<Fetched>> {
    const outcome = await this.#ask({
      method: "GET",
      path: `/api/documents/${name}`,
      ...(revision > 0 ? { headers: { "if-none-match": `"${revision}"` } } : {}),
    });
    if (outcome.ok) {
      return {
        ok: true,
        value: outcome.value.status === 304 ? "unchanged" : { document: outcome.value.body },
      };
    }
    return outcome.trouble.code === "document-not-found" ? { ok: true, value: "none" } : outcome;
  }

  /**
   * Replaces a document, if it is still at this revision; 0 = it is not there yet.
   * @returns the document as it is now, and whether that is what was sent
   */
  async putDocument(
    name: DocumentName,
    revision: number,
    document: object,
  ): Promise<Outcome<{ readonly written: boolean; readonly document: unknown }>> {
    const outcome = await this.#ask({
      method: "PUT",
      path: `/api/documents/${name}`,
      headers: revision > 0 ? { "if-match": `"${revision}"` } : { "if-none-match": "*" },
      body: document,
    });
    if (outcome.ok) return { ok: true, value: { written: true, document: outcome.value.body } };
    if (outcome.trouble.code !== "revision-mismatch") return outcome;
    const mismatch = v.safeParse(Mismatch, outcome.trouble.problem);
    if (!mismatch.success) return troubled("damaged");
    return { ok: true, value: { written: false, document: mismatch.output.document } };
  }

  devices(): Promise<Outcome<v.InferOutput<typeof Devices>>> {
    return this.#askFor({ method: "GET", path: "/api/devices" }, Devices);
  }

  /** A key for another device of the same person. */
  addDevice(deviceName: string): Promise<Outcome<Admission>> {
    return this.#askFor({ method: "POST", path: "/api/devices", body: { deviceName } }, Admission);
  }

  rename(id: string, name: string): Promise<Outcome<Device>> {
    return this.#askFor({ method: "PATCH", path: `/api/devices/${id}`, body: { name } }, Device);
  }

  revoke(id: string): Promise<Outcome<null>> {
    return this.#do({ method: "DELETE", path: `/api/devices/${id}` });
  }

  /** A key for paper; an earlier one stops working. */
  makeRecovery(): Promise<Outcome<Admission>> {
    return this.#askFor({ method: "POST", path: "/api/recovery" }, Admission);
  }

  startPairing(): Promise<Outcome<v.InferOutput<typeof PairingCode>>> {
    return this.#askFor({ method: "POST", path: "/api/pairing" }, PairingCode);
  }

  stopPairing(): Promise<Outcome<null>> {
    return this.#do({ method: "DELETE", path: "/api/pairing" });
  }

  ticket(): Promise<Outcome<v.InferOutput<typeof Ticket>>> {
    return this.#askFor({ method: "POST", path: "/api/changes/tickets" }, Ticket);
  }

  /** What a socket of changes is opened with: a browser can send it no header, and an address would be logged. */
  protocols(ticket: string): readonly string[] {
    return ["luwte", `ticket.${this.#key.split(".")[0]}.${ticket}`];
  }

  /** Everything on the service, at once and for good. */
  erase(): Promise<Outcome<null>> {
    return this.#do({ method: "DELETE", path: "/api/profile", headers: { "luwte-confirm": "erase" } });
  }

  #ask(asked: Asked) {
    return ask(this.#fetch, { ...asked, key: this.#key });
  }

  #askFor<Value>(asked: Asked, schema: v.GenericSchema<unknown, Value>): Promise<Outcome<Value>> {
    return askFor(this.#fetch, { ...asked, key: this.#key }, schema);
  }

  async #do(asked: Asked): Promise<Outcome<null>> {
    const outcome = await this.#ask(asked);
    return outcome.ok ? { ok: true, value: null } : outcome;
  }
}
