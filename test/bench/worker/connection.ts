import { once } from "node:events";
import { connect, type Socket } from "node:net";

const HEAD_END = "\r\n\r\n";
const LAST_CHUNK = "0\r\n\r\n";
/** More than any answer that is asked for here; what comes in several parts is put together. */
const PART_BYTES = 65_536;

export interface Answer {
  readonly status: number;
  /** Status line and headers. */
  readonly head: string;
}

/**
 * One kept connection that sends text as it is and waits for the whole answer. Node's own client spends more on a request
 * than workerd does on answering it, and would measure itself; so would a stream, so what comes is read into one buffer.
 */
export class Connection {
  readonly #socket: Socket;
  #received = "";
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  private constructor(port: number) {
    const read = (bytes: number, part: Uint8Array) => {
      this.#take(Buffer.from(part.buffer, part.byteOffset, bytes).toString("latin1"));
      return true;
    };
    this.#socket = connect({
      port,
      host: "127.0.0.1",
      noDelay: true,
      onread: { buffer: Buffer.alloc(PART_BYTES), callback: read },
    });
    this.#socket.on("error", (error) => this.#settle?.reject(error));
    this.#socket.on("close", () => this.#settle?.reject(new Error("the connection was closed")));
  }

  static async open(port: number): Promise<Connection> {
    const connection = new Connection(port);
    await once(connection.#socket, "connect");
    return connection;
  }

  /** @param request text of one byte a character */
  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(request, "latin1");
    });
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  #take(part: string): void {
    this.#received += part;
    const headLength = this.#received.indexOf(HEAD_END);
    if (headLength < 0) return;
    const head = this.#received.slice(0, headLength);
    if (!isWhole(head, this.#received, headLength + HEAD_END.length)) return;
    this.#received = "";
    const settle = this.#settle;
    this.#settle = null;
    settle?.resolve({ status: Number(head.slice(9, 12)), head });
  }
}

/** Whether the body is there to its end: by its length, by its last chunk, or because there is none. */
function isWhole(head: string, received: string, bodyStart: number): boolean {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return received.length >= bodyStart + Number(length);
  if (/\r\ntransfer-encoding: chunked/i.test(head)) return received.endsWith(LAST_CHUNK);
  return true;
}
