import { type ReadonlySignal, signal } from "@preact/signals";
import type * as v from "valibot";
import type { Fetch } from "../../api/answer.ts";
import type { Clock } from "../../api/clock.ts";
import { createProfile, redeemCode } from "../../api/profile/joining.ts";
import { ProfileClient } from "../../api/profile/profileClient.ts";
import type { Outcome } from "../../api/request.ts";
import type { Socket } from "../../api/sync/changeFeed.ts";
import type { DocumentDesk } from "../../api/sync/documentDesk.ts";
import { Sync, type SyncState } from "../../api/sync/sync.ts";
import type { Admission, Device, Devices, PairingCode } from "../../session/documents/bodies.ts";
import type { AccountStore, KeptAccount } from "../../store/account.ts";
import type { OutboxStore } from "../../store/outbox.ts";

export interface ConnectionDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** In [0, 1). */
  random(): number;
  /** @param protocols the Worker's own, and the ticket */
  openSocket(protocols: readonly string[]): Socket;
  readonly store: AccountStore;
  readonly outbox: OutboxStore;
  readonly desk: DocumentDesk;
  /** What this device is called until the person says otherwise. */
  readonly deviceName: string;
}

type DeviceList = v.InferOutput<typeof Devices>;

/** `alone`: this device is connected with no other, and the service knows nothing of the person. */
export type ConnectionState = "alone" | SyncState;

/** How much may be asked of the service now: all; only what still has to go out; nothing. */
export type Quiet = "none" | "unseen" | "night";

/** This device and the service: how it is known there, and with which others. Nothing is asked before somebody chose to connect. */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #state = signal<ConnectionState>("alone");
  readonly #devices = signal<DeviceList | null>(null);
  #account: KeptAccount | null = null;
  #sync: Sync | null = null;
  #quiet: Quiet = "none";

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#state;
  }

  /** As the service last listed them; null = not asked yet, or alone. */
  get devices(): ReadonlySignal<DeviceList | null> {
    return this.#devices;
  }

  /** For whatever else is asked as this person; null where the service does not know them. */
  get key(): string | null {
    const account = this.#account;
    return account && !account.refused ? keyOf(account) : null;
  }

  /** Takes up what was kept. */
  async open(): Promise<void> {
    const account = await this.#deps.store.get();
    if (!account) return;
    this.#account = account;
    if (account.refused) this.#state.value = "refused";
    else await this.#begin(account);
  }

  quiet(quiet: Quiet): void {
    this.#quiet = quiet;
    if (quiet === "night") this.#sync?.rest();
    else if (quiet === "unseen") this.#sync?.unseen();
    else this.#sync?.resume();
  }

  /** Makes the service keep this person's evening, if it does not yet. */
  async ensure(): Promise<Outcome<null>> {
    if (this.#account) return DONE;
    return this.#admit(await createProfile(this.#deps.fetch, this.#deps.deviceName));
  }

  /** Becomes a device of the person who shows this code. */
  async join(code: string, deviceName: string): Promise<Outcome<null>> {
    return this.#admit(await redeemCode(this.#deps.fetch, code, deviceName));
  }

  /** Becomes a device of the person whose recovery sheet this is. @param key `<profileId>.<secret>` */
  async recover(key: string, deviceName: string): Promise<Outcome<null>> {
    return this.#admit(await new ProfileClient(this.#deps.fetch, key).addDevice(deviceName));
  }

  startPairing(): Promise<Outcome<v.InferOutput<typeof PairingCode>>> {
    return this.#asDevice((client) => client.startPairing());
  }

  async stopPairing(): Promise<void> {
    await this.#asDevice((client) => client.stopPairing());
  }

  async makeRecovery(): Promise<Outcome<Admission>> {
    const outcome = await this.#asDevice((client) => client.makeRecovery());
    if (outcome.ok) void this.refreshDevices();
    return outcome;
  }

  async refreshDevices(): Promise<void> {
    const outcome = await this.#asDevice((client) => client.devices());
    if (outcome.ok) this.#devices.value = outcome.value;
  }

  async rename(id: string, name: string): Promise<Outcome<Device>> {
    const outcome = await this.#asDevice((client) => client.rename(id, name));
    await this.refreshDevices();
    return outcome;
  }

  async revoke(id: string): Promise<Outcome<null>> {
    const outcome = await this.#asDevice((client) => client.revoke(id));
    await this.refreshDevices();
    return outcome;
  }

  /** Whether nobody else has a key: what is on the service would be out of anybody's reach without this device. */
  isLast(): boolean {
    return this.#devices.value?.devices.length === 1;
  }

  /** Lets go of the service; everything on this device stays. The last device takes what is there with it. */
  async leave(): Promise<Outcome<null>> {
    const account = this.#account;
    if (account && !account.refused) {
      let outcome = await this.#asDevice((client) => client.revoke(account.deviceId));
      if (!outcome.ok && outcome.trouble.code === "last-device") outcome = await this.erase();
      if (!outcome.ok && outcome.trouble.code !== "key-refused") return outcome;
    }
    await this.#forget();
    return DONE;
  }

  /** Everything on the service, for good. Nothing changes on this device. */
  async erase(): Promise<Outcome<null>> {
    if (!this.key) return DONE;
    return this.#asDevice((client) => client.erase());
  }

  /** Ends all that goes on by itself. */
  close(): void {
    this.#sync?.stop();
    this.#sync = null;
  }

  async #admit(outcome: Outcome<Admission>): Promise<Outcome<null>> {
    if (!outcome.ok) return outcome;
    await this.#forget();
    const { profileId, secret, device } = outcome.value;
    const account = { profileId, secret, deviceId: device.id, refused: false };
    await this.#deps.store.put(account);
    this.#account = account;
    await this.#begin(account);
    return DONE;
  }

  async #begin(account: KeptAccount): Promise<void> {
    const { desk, clock, random, outbox, openSocket, fetch } = this.#deps;
    this.#state.value = "busy";
    const sync = new Sync({
      client: new ProfileClient(fetch, keyOf(account)),
      desk,
      clock,
      random,
      outbox,
      openSocket,
      onState: (state) => {
        if (this.#sync !== sync) return;
        this.#state.value = state;
        if (state === "refused") this.#refuse(account);
      },
      onDevices: () => void this.refreshDevices(),
    });
    this.#sync = sync;
    await sync.start();
    if (this.#quiet !== "none") this.quiet(this.#quiet);
  }

  #refuse(account: KeptAccount): void {
    this.#account = { ...account, refused: true };
    this.#devices.value = null;
    void this.#deps.store.put(this.#account);
  }

  async #forget(): Promise<void> {
    this.close();
    this.#account = null;
    this.#devices.value = null;
    this.#deps.desk.forgetService();
    await this.#deps.store.clear();
    await this.#deps.outbox.put({ attempts: 0, notBefore: 0 });
    this.#state.value = "alone";
  }

  async #asDevice<Value>(act: (client: ProfileClient) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const { key } = this;
    if (!key) return { ok: false, trouble: { code: "key-refused", retryAfterSeconds: null } };
    const outcome = await act(new ProfileClient(this.#deps.fetch, key));
    // Told by whichever question comes first; the documents' own asks find it out as well.
    if (!outcome.ok && outcome.trouble.code === "key-refused") this.#sync?.resume();
    return outcome;
  }
}

const DONE = { ok: true, value: null } as const;

function keyOf({ profileId, secret }: KeptAccount): string {
  return `${profileId}.${secret}`;
}
