import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ask, json, Person, problemOf, routine } from "./person.ts";

/** A socket of changes with what it has heard. */
class Listener {
  readonly heard: unknown[] = [];
  closed: number | null = null;
  readonly socket: WebSocket;

  constructor(answer: Response) {
    expect(answer.status).toBe(101);
    expect(answer.headers.get("sec-websocket-protocol")).toBe("luwte");
    if (!answer.webSocket) throw new Error("no socket");
    this.socket = answer.webSocket;
    this.socket.accept();
    this.socket.addEventListener("message", ({ data }) => {
      this.heard.push(data === "pong" ? data : JSON.parse(String(data)));
    });
    this.socket.addEventListener("close", ({ code }) => {
      this.closed = code;
    });
  }

  static async of(person: Person): Promise<Listener> {
    return new Listener(await open(person.profileId, await ticketOf(person)));
  }

  hears(count: number): Promise<void> {
    return vi.waitFor(() => expect(this.heard).toHaveLength(count), { interval: 5 });
  }

  closes(code: number): Promise<void> {
    return vi.waitFor(() => expect(this.closed).toBe(code), { interval: 5 });
  }
}

async function ticketOf(person: Person): Promise<string> {
  const answer = await person.ask("/api/changes/tickets", { method: "POST" });
  expect(answer.status).toBe(201);
  return (await answer.json<{ ticket: string }>()).ticket;
}

function open(profileId: string, ticket: string, headers: Record<string, string> = {}): Promise<Response> {
  return ask("/api/changes", {
    headers: {
      upgrade: "websocket",
      "sec-websocket-protocol": `luwte, ticket.${profileId}.${ticket}`,
      ...headers,
    },
  });
}

afterEach(() => {
  vi.useRealTimers();
});

describe("listening to changes", () => {
  it("tells every device what was written, and of devices that come and go", async () => {
    const phone = await Person.create();
    const tablet = await Person.admitted(await phone.ask("/api/devices", json({ deviceName: "Tablet" })));
    const listeners = [await Listener.of(phone), await Listener.of(tablet)];
    await phone.makeRoutine();
    await tablet.put("routine", routine(), { "if-match": '"1"' });
    await tablet.put("routine", routine(), { "if-match": '"1"' });
    await phone.ask(`/api/devices/${phone.device.id}`, json({ name: "Telefoon" }, "PATCH"));
    for (const listener of listeners) {
      await listener.hears(3);
      expect(listener.heard).toEqual([
        { document: "routine", revision: 1 },
        { document: "routine", revision: 2 },
        { devices: true },
      ]);
    }
  });

  it("goes on after the object has slept, and a ping does not wake it", async () => {
    const phone = await Person.create();
    const listener = await Listener.of(phone);
    await evictDurableObject(env.PROFILE.get(env.PROFILE.idFromString(phone.profileId)));
    listener.socket.send("ping");
    await listener.hears(1);
    await phone.makeRoutine();
    await listener.hears(2);
    expect(listener.heard).toEqual(["pong", { document: "routine", revision: 1 }]);
  });

  it("ends at once for a device that is revoked, and for it alone", async () => {
    const phone = await Person.create();
    const lost = await Person.admitted(await phone.ask("/api/devices", json({ deviceName: "Lost" })));
    const [mine, theirs] = [await Listener.of(phone), await Listener.of(lost)];
    const unused = await ticketOf(lost);
    await phone.ask(`/api/devices/${lost.device.id}`, { method: "DELETE" });
    await theirs.closes(4401);
    expect((await open(lost.profileId, unused)).status).toBe(401);
    await mine.hears(1);
    expect(mine.closed).toBeNull();
  });

  it("ends for whoever talks", async () => {
    const listener = await Listener.of(await Person.create());
    listener.socket.send("hello");
    await listener.closes(4400);
  });

  it("is five tabs of a device at most; the oldest gives way", async () => {
    const phone = await Person.create();
    const first = await Listener.of(phone);
    const others = [];
    for (let count = 0; count < 5; count++) others.push(await Listener.of(phone));
    await first.closes(4429);
    await phone.makeRoutine();
    for (const other of others) await other.hears(1);
    expect(first.heard).toEqual([]);
  });
});

describe("a ticket", () => {
  it("works once", async () => {
    const phone = await Person.create();
    const ticket = await ticketOf(phone);
    new Listener(await open(phone.profileId, ticket));
    const again = await open(phone.profileId, ticket);
    expect(again.status).toBe(401);
    expect(await problemOf(again)).toMatchObject({ code: "key-refused" });
  });

  it("works for half a minute", async () => {
    const phone = await Person.create();
    const ticket = await ticketOf(phone);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    expect((await open(phone.profileId, ticket)).status).toBe(401);
  });

  it("of one person opens nobody else's changes, and the key itself nothing", async () => {
    const [one, other] = [await Person.create(), await Person.create()];
    expect((await open(other.profileId, await ticketOf(one))).status).toBe(401);
    expect((await open(one.profileId, one.secret)).status).toBe(401);
    expect((await open("0".repeat(64), await ticketOf(one))).status).toBe(401);
  });

  it("is refused from another site's page", async () => {
    const phone = await Person.create();
    for (const origin of ["https://elsewhere.test", "null", "http://luwte.test.elsewhere.test"]) {
      const answer = await open(phone.profileId, await ticketOf(phone), { origin });
      expect(await problemOf(answer)).toMatchObject({ status: 403, code: "origin-refused" });
    }
    // TLS may end at a proxy, so the scheme may differ.
    for (const origin of ["http://luwte.test", "https://luwte.test"]) {
      new Listener(await open(phone.profileId, await ticketOf(phone), { origin }));
    }
  });

  it("is asked for, as a WebSocket", async () => {
    const phone = await Person.create();
    const ticket = await ticketOf(phone);
    for (const headers of [
      { "sec-websocket-protocol": `luwte, ticket.${phone.profileId}.${ticket}` },
      { upgrade: "websocket" },
      { upgrade: "websocket", "sec-websocket-protocol": "luwte" },
      { upgrade: "websocket", "sec-websocket-protocol": `ticket.${phone.profileId}.${ticket}` },
    ]) {
      const answer = await ask("/api/changes", { headers });
      expect(await problemOf(answer)).toMatchObject({ status: 400, code: "socket-expected" });
    }
  });
});
