import * as v from "valibot";
import { Admission, Ticket } from "../../../src/session/documents/bodies.ts";
import { secretHash } from "../../../src/session/secret-hash.ts";
import { Published } from "../../../src/session/shared.ts";
import { type Got, jsonRequest, type Send } from "./exchange.ts";
import { VICTIM_WORDS } from "./words.ts";

export interface Person {
  readonly profileId: string;
  readonly bearer: string;
  readonly deviceId: string;
  /** Another device of theirs, whose key nobody uses. */
  readonly spareDeviceId: string;
}

export interface Share {
  readonly id: string;
  readonly key: string;
}

/** Whom and what a hostile caller knows: people of their own, and one whose ids they have heard of. */
export interface World {
  readonly send: Send;
  readonly attackers: readonly [Person, ...Person[]];
  readonly victim: Person;
  readonly victimShare: Share;
  readonly presets: readonly [{ id: string; version: string }, ...{ id: string; version: string }[]];
  readonly shares: readonly [Share, ...Share[]];
  /** Shared to be withdrawn by its key, and to be taken away by the operator. */
  readonly withdrawn: Share;
  readonly operated: Share;
  readonly operatorSecret: string;
  readonly addresses: readonly [string, ...string[]];
}

const Listing = v.object({ presets: v.array(v.object({ id: v.string(), version: v.string() })) });

export interface Sizes {
  /** So many that those who are held back for doing too much leave others. */
  readonly attackers: number;
  /** Addresses that they come from. */
  readonly addresses: number;
}

/** Makes the people and what they have. */
export async function makeWorld(send: Send, operatorSecret: string, sizes: Sizes): Promise<World> {
  const from = Array.from({ length: sizes.addresses }, (_, index) => `10.77.${index >> 8}.${index & 255}`);
  const victim = await newPerson(send, "10.78.0.1");
  for (const document of victimDocuments()) {
    const path = `/api/documents/${document.name}`;
    const headers = { authorization: victim.bearer, "if-none-match": "*" };
    expectStatus(await send(jsonRequest("PUT", path, document.body, headers)), 201);
  }
  const shares = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((level) => share(send, mixAt(-level), `share-${level}`)),
  );
  return {
    send,
    attackers: await some(
      Array.from({ length: sizes.attackers }, (_, each) => newAttacker(send, `10.79.0.${each}`)),
    ),
    victim,
    victimShare: await share(send, mixAt(-20), "victim-key", victim.bearer),
    presets: await some(presetsOf(await send({ method: "GET", path: "/api/presets", headers: {} }))),
    shares: await some(shares),
    withdrawn: await share(send, mixAt(-30), "withdraw-key"),
    operated: await share(send, mixAt(-40), "operated-key"),
    operatorSecret,
    addresses: await some(from),
  };
}

export async function newPerson(send: Send, address: string): Promise<Person> {
  const headers = { "cf-connecting-ip": address, "x-forwarded-for": address };
  const answer = await send(jsonRequest("POST", "/api/profiles", { deviceName: "Phone" }, headers));
  expectStatus(answer, 201);
  const { profileId, secret, device } = v.parse(Admission, JSON.parse(answer.text));
  const bearer = `Bearer ${profileId}.${secret}`;
  const spare = await send(
    jsonRequest("POST", "/api/devices", { deviceName: "Spare" }, { authorization: bearer }),
  );
  const { device: other } = v.parse(Admission, JSON.parse(spare.text));
  return { profileId, bearer, deviceId: device.id, spareDeviceId: other.id };
}

async function newAttacker(send: Send, address: string): Promise<Person> {
  const person = await newPerson(send, address);
  const settings = { version: 1, changedAt: 1, settings: { language: "en", haptics: false } };
  const headers = { authorization: person.bearer, "if-none-match": "*" };
  expectStatus(await send(jsonRequest("PUT", "/api/documents/settings", settings, headers)), 201);
  return person;
}

export async function newTicket({ send }: World, { profileId, bearer }: Person): Promise<string> {
  const answer = await send({
    method: "POST",
    path: "/api/changes/tickets",
    headers: { authorization: bearer },
  });
  const read = v.safeParse(Ticket, answer.status === 201 ? JSON.parse(answer.text) : null);
  return `ticket.${profileId}.${read.success ? read.output.ticket : "A".repeat(43)}`;
}

/** Everything that can be seen of the victim: two of these that are equal mean that nothing was changed. */
export async function victimState({ send, victim, victimShare }: World): Promise<string> {
  const paths = ["routine", "mixes", "settings"].map((name) => `/api/documents/${name}`);
  const asked = ["/api/documents", ...paths, "/api/devices", `/api/shared/${victimShare.id}`];
  const answers = await Promise.all(
    asked.map((path) => send({ method: "GET", path, headers: { authorization: victim.bearer } })),
  );
  return answers.map(({ status, headers, text }) => `${status} ${headers.get("etag")} ${text}`).join("\n");
}

export const mixAt = (gainDb: number) => ({ version: 1, kind: "mix", layers: [{ layer: "pink", gainDb }] });

async function share(send: Send, document: unknown, key: string, bearer = ""): Promise<Share> {
  const publication = { document, lifetime: "30-days", withdrawHash: await secretHash(key) };
  const headers = bearer ? { authorization: bearer } : { "cf-connecting-ip": "10.78.0.2" };
  const answer = await send(jsonRequest("POST", "/api/shared", publication, headers));
  expectStatus(answer, 201);
  return { id: v.parse(Published, JSON.parse(answer.text)).id, key };
}

function victimDocuments() {
  const name = VICTIM_WORDS;
  const mix = { name, levels: [{ layer: "rain", gainDb: 0 }], changedAt: 1 };
  return [
    { name: "mixes", body: { version: 1, mixes: { [`${name}1`]: mix } } },
    { name: "settings", body: { version: 1, changedAt: 1, settings: { language: "nl", haptics: true } } },
  ];
}

function presetsOf({ text }: Got) {
  return v.parse(Listing, JSON.parse(text)).presets.map((preset) => Promise.resolve(preset));
}

async function some<T>(values: readonly (T | Promise<T>)[]): Promise<readonly [T, ...T[]]> {
  const [first, ...others] = await Promise.all(values);
  if (first === undefined) throw new Error("the world would be empty");
  return [first, ...others];
}

function expectStatus({ status, text }: Got, wanted: number): void {
  if (status !== wanted) throw new Error(`making the world: ${status} ${text}`);
}
