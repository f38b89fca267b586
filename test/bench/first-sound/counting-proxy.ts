import { createServer, request } from "node:http";
import { finished } from "node:stream/promises";

export interface Answer {
  /** Headers and content as they went to the browser. */
  readonly wireBytes: number;
}

export interface CountingProxy {
  /** Where the browser goes instead. */
  readonly address: string;
  /** Forgets what has been counted. */
  countAnew(): void;
  /** What has been sent whole since, by path: all of it, whichever of the browser's threads asked. */
  answers(): ReadonlyMap<string, Answer>;
  stop(): Promise<void>;
}

/** Stands before a server and counts what it sends: a browser's own count leaves out its worklets. */
export async function countingProxy(origin: string): Promise<CountingProxy> {
  let answers = new Map<string, Answer>();
  const server = createServer((asked, answer) => {
    const counting = answers;
    const before = answer.socket?.bytesWritten ?? 0;
    const onward = request(
      new URL(asked.url ?? "/", origin),
      { method: asked.method, headers: asked.headers },
      async (incoming) => {
        answer.writeHead(incoming.statusCode ?? 502, incoming.rawHeaders);
        incoming.pipe(answer);
        await finished(answer).catch(() => undefined);
        const wireBytes = (asked.socket.bytesWritten ?? 0) - before;
        const { pathname } = new URL(asked.url ?? "/", origin);
        counting.set(pathname, { wireBytes: wireBytes + (counting.get(pathname)?.wireBytes ?? 0) });
      },
    );
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
  return {
    address: `http://127.0.0.1:${bound.port}`,
    countAnew() {
      answers = new Map();
    },
    answers: () => answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
