import * as v from "valibot";
import { Change, type Ticket } from "../../session/documents/bodies.ts";
import type { Clock } from "../clock.ts";
import type { Outcome } from "../request.ts";
import { backoffMs } from "./backoff.ts";

/** What is used of a WebSocket. */
export interface Socket {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: string): void;
  close(): void;
}

export interface ChangeFeedDeps {
  readonly clock: Clock;
  /** In [0, 1). */
  random(): number;
  ticket(): Promise<Outcome<v.InferOutput<typeof Ticket>>>;
  /** @param ticket for the subprotocol */
  openSocket(ticket: string): Socket;
  /** Something may have been missed: the time to ask for every revision. */
  onGap(): void;
  onChange(change: Change): void;
}

const Said = v.pipe(v.string(), v.parseJson(), Change);

/** Without a socket, the revisions are asked for this often. */
const POLL_MS = 60_000;
/** A proxy ends what is silent for a minute. */
const PING_MS = 45_000;
const PONG_MS = 10_000;
/** The service's close codes after which coming back at once is no use. */
const TOO_MANY = 4429;

/**
 * Hears what changes on a person's other devices, while the app is open: a socket, or, where none can be had, a question a
 * minute. A socket tells of what comes and not of what was missed, so each time one opens is a gap too.
 */
export class ChangeFeed {
  readonly #deps: ChangeFeedDeps;
  #socket: Socket | null = null;
  #running = false;
  #attempts = 0;
  #cancelRetry: () => void = nothing;
  #cancelPoll: () => void = nothing;
  #cancelPing: () => void = nothing;

  constructor(deps: ChangeFeedDeps) {
    this.#deps = deps;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#attempts = 0;
    this.#deps.onGap();
    this.#poll();
    void this.#open();
  }

  stop(): void {
    this.#running = false;
    for (const cancel of [this.#cancelRetry, this.#cancelPoll, this.#cancelPing]) cancel();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  async #open(): Promise<void> {
    const outcome = await this.#deps.ticket();
    if (!this.#running || this.#socket) return;
    if (!outcome.ok) {
      // Asking for the revisions finds out what is wrong, and says so.
      if (outcome.trouble.code === "key-refused") this.#deps.onGap();
      this.#retry((outcome.trouble.retryAfterSeconds ?? 0) * 1000);
      return;
    }
    const socket = this.#deps.openSocket(outcome.value.ticket);
    this.#socket = socket;
    socket.onopen = () => {
      if (this.#socket !== socket) return;
      this.#attempts = 0;
      this.#cancelPoll();
      this.#deps.onGap();
      this.#ping(socket);
    };
    socket.onmessage = ({ data }) => this.#hear(socket, data);
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      this.#lose();
      this.#deps.onGap();
      this.#retry(code === TOO_MANY ? POLL_MS : 0);
    };
  }

  #hear(socket: Socket, data: unknown): void {
    if (this.#socket !== socket || typeof data !== "string") return;
    if (data === "pong") {
      this.#ping(socket);
      return;
    }
    const change = v.safeParse(Said, data);
    // What a newer service says besides is made up for by the gap at the next opening.
    if (change.success) this.#deps.onChange(change.output);
  }

  /** Asks for a sign of life after a while; a socket that gives none is as good as closed. */
  #ping(socket: Socket): void {
    const { clock } = this.#deps;
    this.#cancelPing();
    this.#cancelPing = clock.after(PING_MS, () => {
      socket.send("ping");
      this.#cancelPing = clock.after(PONG_MS, () => {
        this.#lose();
        socket.close();
        this.#retry(0);
      });
    });
  }

  #lose(): void {
    this.#socket = null;
    this.#cancelPing();
    this.#poll();
  }

  #retry(leastMs: number): void {
    const { clock, random } = this.#deps;
    this.#cancelRetry();
    this.#attempts++;
    this.#cancelRetry = clock.after(Math.max(leastMs, backoffMs(this.#attempts, random())), () => {
      void this.#open();
    });
  }

  #poll(): void {
    this.#cancelPoll();
    this.#cancelPoll = this.#deps.clock.after(POLL_MS, () => {
      this.#deps.onGap();
      this.#poll();
    });
  }
}

function nothing(): void {}
