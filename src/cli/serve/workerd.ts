import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { RAISE_DESCRIPTORS } from "./capacity.ts";
import { sayOfWorkerd } from "./say.ts";

export interface ServeOptions {
  /** The project's folder, built. */
  readonly root: string;
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Where data is kept between runs; made if it does not exist. */
  readonly stateFolder: string;
  /** The Worker's configuration. */
  readonly config?: string;
  /** Variables that the Worker reads, besides those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Served {
  /** Of the socket called `http`. */
  readonly address: string;
  readonly processId: number;
  /** The port of another socket of the configuration. */
  portOf(socket: string): Promise<number>;
  /** Resolves with the exit code when workerd has ended by itself or by {@link Served.stop}. */
  readonly ended: Promise<number>;
  /** Ends workerd: politely, then after 3 s by force. */
  stop(): Promise<void>;
}

/** How long open connections may keep workerd from ending, ms. */
const PATIENCE_MS = 3000;

/**
 * Serves the built app on raw workerd. The shell raises the descriptor limit to what the system allows at most (each
 * live Durable Object holds about three) and then becomes workerd, so that there is one process to end.
 * Throws with workerd's own words where it does not come up.
 */
export async function serveWorkerd(options: ServeOptions): Promise<Served> {
  const { root, host, port, stateFolder, config = "worker/workerd.capnp", environment = {} } = options;
  await mkdir(stateFolder, { recursive: true });
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      `${RAISE_DESCRIPTORS}; exec "$0" "$@"`,
      workerdBinary(),
      "serve",
      config,
      `--socket-addr=http=${host}:${port}`,
      `--directory-path=state=${stateFolder}`,
      "--control-fd=3",
    ],
    // Its own group: Ctrl-C reaches the launcher alone, which then ends workerd in order.
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "pipe", "pipe"],
      detached: true,
    },
  );
  // Whatever ends this process ends workerd too, as long as it lets handlers run.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code, signal) => {
      process.off("exit", abandon);
      // As shells count: 128 and the signal.
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
  const complaints = collectComplaints(child);
  const portOf = listenMessages(child);
  const portOrEnd = async (socket: string) => {
    const listening = await Promise.race([portOf(socket), ended.then(() => null)]);
    if (listening === null) throw new Error(`workerd did not start: ${complaints().trim()}`);
    return listening;
  };
  return {
    address: `http://${host}:${await portOrEnd("http")}`,
    processId: child.pid ?? 0,
    portOf: portOrEnd,
    ended,
    async stop() {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

function workerdBinary(): string {
  const require = createRequire(import.meta.url);
  const { default: path }: { default: string } = require("workerd");
  return path;
}

/** Passes on what workerd says, and keeps the last of it for the error. */
function collectComplaints(child: ChildProcess): () => string {
  let text = "";
  if (child.stderr) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      text = `${text}${line}\n`.slice(-4000);
      sayOfWorkerd(line);
    });
  }
  return () => text;
}

/** Reads the `listen` messages on the control descriptor, one JSON line per socket. */
function listenMessages(child: ChildProcess): (socket: string) => Promise<number> {
  const control = child.stdio[3] as Readable;
  const ports = new Map<string, number>();
  let text = "";
  control.on("data", (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const message: unknown = JSON.parse(line);
      if (isListen(message)) ports.set(message.socket, message.port);
    }
    control.emit("ports");
  });
  return async (socket) => {
    for (;;) {
      const port = ports.get(socket);
      if (port !== undefined) return port;
      await once(control, "ports");
    }
  };
}

function isListen(message: unknown): message is { event: "listen"; socket: string; port: number } {
  return (
    typeof message === "object" &&
    message !== null &&
    "event" in message &&
    message.event === "listen" &&
    "socket" in message &&
    typeof message.socket === "string" &&
    "port" in message &&
    typeof message.port === "number"
  );
}
