import { Agent, type IncomingMessage, request } from "node:http";
import type { Got, Send, Sent } from "../../helper/hostile/exchange.ts";

/** Sends to a service over plain sockets, with every header and path as it is. A WebSocket that opens is closed at once. */
export function overHttp(address: string, sockets: number): { readonly send: Send; close(): void } {
  const kept = new Agent({ keepAlive: true, maxSockets: sockets });
  const send = (sent: Sent) =>
    exchange(address, sent, kept).catch((error: unknown) => {
      // A service that answers without reading a whole body closes the connection, perhaps just as it is used again.
      if (error instanceof LostConnection && error.reused) return exchange(address, sent, false);
      throw error;
    });
  return { send, close: () => kept.destroy() };
}

class LostConnection extends Error {
  readonly reused: boolean;
  constructor(cause: Error, reused: boolean) {
    super(cause.message, { cause });
    this.reused = reused;
  }
}

/** @param agent false = a connection of its own */
function exchange(
  address: string,
  { method, path, headers, body }: Sent,
  agent: Agent | false,
): Promise<Got> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, hostname, port, method, path, headers });
    outgoing.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(gotFrom(answer, Buffer.concat(chunks).toString())));
      answer.on("error", reject);
    });
    outgoing.on("upgrade", (answer, socket) => {
      socket.destroy();
      resolve(gotFrom(answer, ""));
    });
    outgoing.on("error", (error) => reject(new LostConnection(error, outgoing.reusedSocket)));
    // Without a length Node would send the body in chunks, which is a form of its own.
    if (body !== undefined) outgoing.setHeader("content-length", Buffer.byteLength(body));
    outgoing.end(body);
  });
}

function gotFrom({ statusCode = 0, headers }: IncomingMessage, text: string): Got {
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { status: statusCode, headers: new Headers(plain), text };
}
