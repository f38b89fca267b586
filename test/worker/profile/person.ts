import { exports } from "cloudflare:workers";
import { expect } from "vitest";
import type { Admission, Device } from "../../../src/session/documents/bodies.ts";
import { DEFAULT_EVENING } from "./samples.ts";

type Body = Record<string, unknown>;

/** Asks from an address of one's own, so that no test uses up another's share. */
export function ask(path: string, init: RequestInit = {}, address = randomAddress()): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("cf-connecting-ip", address);
  return exports.default.fetch(`http://luwte.test${path}`, { ...init, headers });
}

export function randomAddress(): string {
  return `10.${crypto.getRandomValues(new Uint8Array(3)).join(".")}`;
}

export function json(body: unknown, method = "POST"): RequestInit {
  return { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** One device of a person, with its key. */
export class Person {
  readonly profileId: string;
  readonly secret: string;
  readonly device: Device;

  constructor({ profileId, secret, device }: Admission) {
    this.profileId = profileId;
    this.secret = secret;
    this.device = device;
  }

  static async create(deviceName = "Phone"): Promise<Person> {
    return Person.admitted(await ask("/api/profiles", json({ deviceName })));
  }

  static async admitted(answer: Response): Promise<Person> {
    expect(answer.status).toBe(201);
    return new Person(await answer.json<Admission>());
  }

  get bearer(): string {
    return `Bearer ${this.profileId}.${this.secret}`;
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", this.bearer);
    return ask(path, { ...init, headers });
  }

  put(name: string, body: Body, condition: Record<string, string>): Promise<Response> {
    const init = json(body, "PUT");
    return this.ask(`/api/documents/${name}`, { ...init, headers: { ...init.headers, ...condition } });
  }

  /** Makes the routine with one change in it. */
  async makeRoutine(changes: Body = {}): Promise<void> {
    const answer = await this.put("routine", routine(changes), { "if-none-match": "*" });
    expect(answer.status).toBe(201);
  }
}

export function routine(changes: Body = {}): Body {
  return { version: 1, changedAt: 1000, routine: { ...DEFAULT_EVENING, ...changes }, aside: [] };
}

export async function problemOf(answer: Response): Promise<Body> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return answer.json<Body>();
}
