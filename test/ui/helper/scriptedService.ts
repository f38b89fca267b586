import { canonicalShared, sharedId } from "../../../src/session/shared.ts";
import { FakeService } from "../../api/sync/fakeService.ts";

const PROFILE = "a".repeat(64);
/** What a pairing shows. */
export const CODE = "K7PD-2QXM";

interface KnownDevice {
  id: string;
  name: string;
  kind: "device" | "recovery";
  createdAt: number;
  lastSeenAt: number;
}

/** The whole service for one person, in memory: what {@link FakeService} knows of documents, and devices and shares besides. */
export class ScriptedService extends FakeService {
  readonly devices: (KnownDevice & { readonly key: string })[] = [];
  readonly shared = new Map<string, object | "withdrawn">();
  readonly reports: unknown[] = [];
  erased = false;
  #secrets = 0;

  /** Adds a device as if another had joined. */
  join(name: string, kind: "device" | "recovery" = "device") {
    const secret = String.fromCharCode(98 + this.#secrets).repeat(43);
    const id = String(++this.#secrets).padStart(16, "0");
    const device = { id, name, kind, createdAt: 1_795_000_000_000, lastSeenAt: 1_795_000_000_000 };
    this.devices.push({ ...device, key: `${PROFILE}.${secret}` });
    this.tell({ devices: true });
    return { profileId: PROFILE, secret, device };
  }

  protected override async answer(path: string, init: RequestInit): Promise<Response> {
    const key = new Headers(init.headers).get("authorization")?.slice("Bearer ".length) ?? "";
    const body = init.body === undefined ? null : JSON.parse(String(init.body));
    const [, , collection, id, rest] = path.split("/");
    if (collection === "shared") return this.#shared(init.method ?? "", id, rest, key, body);
    if (collection === "profiles") return this.json(201, this.join(body.deviceName));
    if (collection === "pairing" && id === "redeem") {
      return body.code === CODE.replace("-", "") || body.code === CODE
        ? this.json(201, this.join(body.deviceName))
        : this.problem(404, "code-refused");
    }
    const current = this.devices.find((device) => device.key === key);
    if (!current) return this.problem(401, "key-refused");
    if (collection === "profile") {
      this.erased = true;
      this.devices.length = 0;
      return new Response(null, { status: 204 });
    }
    if (collection === "pairing") {
      return init.method === "DELETE"
        ? new Response(null, { status: 204 })
        : this.json(201, { code: CODE, expiresAt: Date.now() + 600_000 });
    }
    if (collection === "recovery") return this.json(201, this.join("Recovery", "recovery"));
    if (collection === "devices") return this.#devices(init.method ?? "", id, current.id, body);
    return super.answer(path, init);
  }

  #devices(
    method: string,
    id: string | undefined,
    current: string,
    body: { deviceName: string; name: string },
  ) {
    const listed = this.devices.map(({ key: _, ...device }) => device);
    if (method === "GET") return this.json(200, { devices: listed, current });
    if (method === "POST") return this.json(201, this.join(body.deviceName));
    const index = this.devices.findIndex((device) => device.id === id);
    const device = this.devices[index];
    if (!device) return this.problem(404, "device-not-found");
    if (method === "PATCH") {
      device.name = body.name;
      const { key: _, ...renamed } = device;
      return this.json(200, renamed);
    }
    if (this.devices.length === 1) return this.problem(409, "last-device");
    this.devices.splice(index, 1);
    return new Response(null, { status: 204 });
  }

  async #shared(
    method: string,
    id: string | undefined,
    rest: string | undefined,
    _key: string,
    body: unknown,
  ) {
    if (rest === "reports") {
      this.reports.push(body);
      return new Response(null, { status: 204 });
    }
    if (method === "POST") {
      const { document } = body as { document: Parameters<typeof canonicalShared>[0] };
      const made = await sharedId(canonicalShared(document));
      this.shared.set(made, document);
      return this.json(201, { id: made, url: `/api/shared/${made}`, until: null });
    }
    const found = this.shared.get(id ?? "");
    if (!found) return this.problem(404, "shared-not-found");
    if (found === "withdrawn") return this.problem(410, "shared-withdrawn");
    if (method === "GET") return this.json(200, found);
    this.shared.set(id ?? "", "withdrawn");
    return new Response(null, { status: 204 });
  }
}
