import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { contentOrFail } from "../../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../../src/cli/root.ts";
import { buildApp } from "../../../src/cli/serve/build-app.ts";
import { type Served, serveWorkerd } from "../../../src/cli/serve/workerd.ts";

/** Everything that the benches of the Worker run: content, app, and the bare route. */
export async function buildAll(): Promise<void> {
  await contentOrFail(ROOT);
  await buildApp(ROOT);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { target: "webworker", noExternal: true },
    build: {
      ssr: "test/bench/worker/bare.ts",
      outDir: "dist/bench",
      minify: true,
      target: "es2023",
      rolldownOptions: { output: { entryFileNames: "bare.js" } },
    },
  });
}

const UNLIMITED = { LUWTE_PROFILES_PER_HOUR: "0", LUWTE_WRITES_PER_MINUTE: "0" };

/** The service as `npm start` serves it, with no limit on how often one person writes. */
export function serveAlone(
  stateFolder: string,
  environment: Readonly<Record<string, string>>,
  config = "worker/workerd.capnp",
): Promise<Served> {
  const limits = { ...UNLIMITED, ...environment };
  return serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder, config, environment: limits });
}

/** The service and the bare route in one workerd. */
export function serveBoth(
  stateFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  return serveAlone(stateFolder, environment, join(import.meta.dirname, "workerd.capnp"));
}

/** The most memory that a process has had, MB. */
export function peakMegabytes(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Processor time that a process has used, seconds, to 10 ms. */
export function processorSeconds(processId: number): number {
  const [, after = ""] = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ");
  const fields = after.split(" ");
  // utime and stime, fields 14 and 15 of proc(5), in the 100 ticks a second of every Linux.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
