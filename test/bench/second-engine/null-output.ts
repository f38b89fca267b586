import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 10_000;

/** A sound output that plays into nothing, at the pace of a real one. */
export interface NullOutput {
  /** Environment for a program that is to play there. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Firefox lets no live context run on a machine without a sound output (Chromium does), so it is given one: a
 * PulseAudio of our own with a null sink. Throws, saying what to install, where there is none.
 */
export async function openNullOutput(): Promise<NullOutput> {
  const folder = await mkdtemp(join(tmpdir(), "luwte-output-"));
  const socket = join(folder, "native");
  const server = spawn(
    "pulseaudio",
    [
      ...["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"],
      "--load=module-null-sink rate=48000",
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    { stdio: "ignore", env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder } },
  );
  const stop = async () => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  const missing = once(server, "error").then(() => "missing" as const);
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!existsSync(socket)) {
    if ((await Promise.race([missing, wait(50)])) === "missing" || patience.aborted) {
      await stop();
      throw new Error("Firefox needs a sound output: apt-get install pulseaudio.");
    }
  }
  return { environment: { PULSE_SERVER: `unix:${socket}` }, stop };
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const gone = once(server, "exit");
  server.kill();
  await gone;
}
