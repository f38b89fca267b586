import type { Socket } from "../../../src/api/sync/changeFeed.ts";

const CLOSED = { normal: 1000, revoked: 4401 };

/** What goes wrong with the next request: it or its answer is lost on the way, or the service refuses. */
export type Mishap =
  | "lost"
  | "answer-lost"
  | "page"
  | { readonly status: number; readonly retryAfter?: number };

/** The routes of the service that a device's documents need (docs/decisions/profiles-api.md), in memory. */
export class FakeService {
  readonly documents = new Map<string, { revision: number; content: Record<string, unknown> }>();
  readonly asked: string[] = [];
  readonly sockets: FakeSocket[] = [];
  readonly mishaps: Mishap[] = [];
  readonly revoked = new Set<string>();
  /** Documents that it does not take as they are. */
  readonly unfit = new Set<string>();
  passesSockets = true;

  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    this.asked.push(`${init.method} ${path}`);
    const mishap = this.mishaps.shift();
    if (mishap === "lost") throw new TypeError("Failed to fetch");
    if (mishap === "page")
      return new Response("<!doctype html>", { headers: { "content-type": "text/html" } });
    if (typeof mishap === "object") return problem(mishap.status, "busy", {}, mishap.retryAfter);
    const answer = await this.answer(path, init);
    if (mishap === "answer-lost") throw new TypeError("Failed to fetch");
    return answer;
  };

  openSocket(): Socket {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    queueMicrotask(() => (this.passesSockets ? socket.onopen?.(new Event("open")) : socket.shut(1006)));
    return socket;
  }

  tell(change: object): void {
    for (const socket of this.sockets) if (socket.isOpen) socket.say(JSON.stringify(change));
  }

  revoke(key: string): void {
    this.revoked.add(key);
    for (const socket of this.sockets) socket.shut(CLOSED.revoked);
  }

  /** Puts a document there as another device would. */
  put(name: string, content: Record<string, unknown>): void {
    const revision = (this.documents.get(name)?.revision ?? 0) + 1;
    this.documents.set(name, { revision, content });
    this.tell({ document: name, revision });
  }

  protected async answer(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const key = headers.get("authorization")?.slice("Bearer ".length) ?? "";
    if (this.revoked.has(key)) return problem(401, "key-refused");
    if (path === "/api/changes/tickets") return json(201, { ticket: "t".repeat(43), expiresAt: 1 });
    if (path === "/api/documents") return this.#revisions(headers);
    const name = path.split("/")[3] ?? "";
    const found = this.documents.get(name);
    if (init.method === "GET") {
      if (!found) return problem(404, "document-not-found");
      if (headers.get("if-none-match") === `"${found.revision}"`) return new Response(null, { status: 304 });
      return json(200, { revision: found.revision, ...found.content });
    }
    if (this.unfit.has(name)) return problem(422, "body-invalid");
    const fits = found
      ? headers.get("if-match") === `"${found.revision}"`
      : headers.get("if-none-match") === "*";
    if (!fits) {
      const document = found ? { revision: found.revision, ...found.content } : null;
      return problem(412, "revision-mismatch", { document });
    }
    this.put(name, JSON.parse(String(init.body)));
    const now = this.documents.get(name);
    return json(found ? 200 : 201, { revision: now?.revision, ...now?.content });
  }

  protected json(status: number, body: object, headers: Record<string, string> = {}): Response {
    return json(status, body, headers);
  }

  protected problem(status: number, code: string): Response {
    return problem(status, code);
  }

  #revisions(headers: Headers): Response {
    const documents = Object.fromEntries([...this.documents].map(([name, { revision }]) => [name, revision]));
    const etag = `"${JSON.stringify(documents).replaceAll('"', "'")}"`;
    if (headers.get("if-none-match") === etag) return new Response(null, { status: 304 });
    return json(200, { documents }, { etag });
  }
}

export class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  answersPing = true;
  isOpen = true;

  send(data: string): void {
    if (data === "ping" && this.answersPing) queueMicrotask(() => this.say("pong"));
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    queueMicrotask(() => this.shut(CLOSED.normal));
  }

  say(data: string): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }

  shut(code: number): void {
    this.onclose?.(new CloseEvent("close", { code }));
  }
}

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

function problem(status: number, code: string, members: object = {}, retryAfter?: number): Response {
  return new Response(JSON.stringify({ code, status, title: "", detail: "", ...members }), {
    status,
    headers: {
      "content-type": "application/problem+json",
      ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    },
  });
}
