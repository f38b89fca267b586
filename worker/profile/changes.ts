import type { Change } from "../../src/session/documents/bodies.ts";
import { socketOpened } from "../limits/open-sockets.ts";
import { newSecret } from "./key.ts";

/** The subprotocol that the Worker chooses; the ticket stands beside it. */
export const SUBPROTOCOL = "luwte";

const TICKET_MS = 30_000;
const MAX_TICKETS = 20;
/** Tabs and reloads of one device; the oldest gives way. */
const MAX_PER_DEVICE = 5;
const MAX_SOCKETS = 30;

/** Close codes of ours (RFC 6455, 7.4.2 leaves 4000-4999 to applications). */
export const CLOSED = { talked: 4400, revoked: 4401, tooMany: 4429 } as const;

/**
 * The sockets that hear what changes in one profile. They hibernate: the object sleeps while nothing changes, and each
 * socket knows its device by a tag.
 */
export class Changes {
  readonly #context: DurableObjectState;
  /** In memory alone: a ticket that is lost with the object costs its holder one more request. */
  readonly #tickets = new Map<string, { readonly deviceId: string; readonly expiresAt: number }>();

  constructor(context: DurableObjectState) {
    this.#context = context;
  }

  issueTicket(deviceId: string, nowMs: number): { ticket: string; expiresAt: number } {
    for (const [ticket, { expiresAt }] of this.#tickets) {
      if (expiresAt <= nowMs || this.#tickets.size >= MAX_TICKETS) this.#tickets.delete(ticket);
    }
    const ticket = newSecret();
    const expiresAt = nowMs + TICKET_MS;
    this.#tickets.set(ticket, { deviceId, expiresAt });
    return { ticket, expiresAt };
  }

  /** Opens a socket for whoever holds the ticket, which is worthless afterwards; null where it is so already. */
  open(ticket: string, nowMs: number): Response | null {
    const issued = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (!issued || issued.expiresAt <= nowMs) return null;
    this.#makeRoom(issued.deviceId);
    const { 0: theirs, 1: ours } = new WebSocketPair();
    this.#context.acceptWebSocket(ours, [issued.deviceId]);
    this.#context.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    socketOpened();
    return new Response(null, {
      status: 101,
      webSocket: theirs,
      headers: { "sec-websocket-protocol": SUBPROTOCOL },
    });
  }

  tell(change: Change): void {
    const message = JSON.stringify(change);
    for (const socket of this.#context.getWebSockets()) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    }
  }

  /** Ends a device's sockets, and the tickets it holds. */
  revoke(deviceId: string): void {
    for (const [ticket, issued] of this.#tickets) {
      if (issued.deviceId === deviceId) this.#tickets.delete(ticket);
    }
    for (const socket of this.#context.getWebSockets(deviceId)) socket.close(CLOSED.revoked, "revoked");
  }

  revokeAll(): void {
    this.#tickets.clear();
    for (const socket of this.#context.getWebSockets()) socket.close(CLOSED.revoked, "revoked");
  }

  #makeRoom(deviceId: string): void {
    const own = this.#context.getWebSockets(deviceId);
    const all = this.#context.getWebSockets();
    const full = own.length >= MAX_PER_DEVICE ? own : all.length >= MAX_SOCKETS ? all : [];
    full[0]?.close(CLOSED.tooMany, "too many sockets");
  }
}

/** Whether a close code that came in may be sent back: 1005, 1006 and 1015 stand for "none" (RFC 6455, 7.4.1). */
export function isRepliable(code: number): boolean {
  return code === 1000 || (code >= 3000 && code <= 4999);
}
