import { spawnSync } from "node:child_process";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { fail, failWith, wordsOf } from "./fail.ts";
import { ROOT } from "./root.ts";
import { capacityOf, descriptorLimit, memoryLimit } from "./serve/capacity.ts";
import { isBuilt } from "./serve/is-built.ts";
import { isFree, wantedPort } from "./serve/port.ts";
import { say } from "./serve/say.ts";
import { serveWorkerd } from "./serve/workerd.ts";
import { isInUse, stateFolderOf } from "./state/folder.ts";

/** `npm start`: builds what has changed and serves client and API on this machine. PORT and LUWTE_STATE change where. */
const HOST = "127.0.0.1";

/** A service that ends sooner than this by itself would only end again. */
const WORTH_A_RESTART_MS = 3000;

const port = wantedPort(process.env["PORT"]);
if (port === null) fail("PORT must be a whole number from 0 to 65535, for example: PORT=8790 npm start");
const free = await isFree(HOST, port).catch((error: unknown) =>
  fail(`Cannot listen on port ${port}: ${wordsOf(error)}`),
);
if (!free) fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
const stateFolder = stateFolderOf(ROOT);
if (await isInUse(stateFolder).catch(failWith)) {
  fail(`Another service runs on ${stateFolder}. Stop it, or choose another folder: LUWTE_STATE=… npm start`);
}

if (!(await isBuilt(ROOT))) {
  // In a process of its own: the hundreds of megabytes that a build takes are not kept for as long as the service runs.
  const { status } = spawnSync(process.execPath, [join(ROOT, "src/cli/build.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
}

const descriptors = descriptorLimit();
const capacity = capacityOf(descriptors, memoryLimit());
/** What is set already is the operator's word. */
const environment = {
  LUWTE_LIVE_OBJECTS: process.env["LUWTE_LIVE_OBJECTS"] || String(capacity.liveObjects),
  LUWTE_OPEN_SOCKETS: process.env["LUWTE_OPEN_SOCKETS"] || String(capacity.openSockets),
  LUWTE_LOG: process.env["LUWTE_LOG"] || (process.stdout.isTTY ? "failures" : "problems"),
};

// Before workerd is started, so that no signal finds it alone.
const interrupted = new Promise<"interrupted">((done) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => done("interrupted"));
});

let wanted = port;
for (;;) {
  const options = { root: ROOT, host: HOST, port: wanted, stateFolder, environment };
  const served = await serveWorkerd(options).catch(failWith);
  const began = Date.now();
  wanted = Number(new URL(served.address).port);
  say("info", "started", `Luwte is at ${served.address} (Ctrl-C stops it; data is kept in ${stateFolder})`, {
    address: served.address,
    version: manifest.version,
    state: stateFolder,
    processId: served.processId,
    descriptors,
    liveObjects: Number(environment.LUWTE_LIVE_OBJECTS),
    openSockets: Number(environment.LUWTE_OPEN_SOCKETS),
  });
  const end = await Promise.race([interrupted, served.ended]);
  if (end === "interrupted") {
    await served.stop();
    say("info", "stopped", "Luwte has stopped.");
    break;
  }
  const words = `workerd ended by itself (exit code ${end}).`;
  if (Date.now() - began < WORTH_A_RESTART_MS) fail(words);
  // Whatever it had acknowledged is on the disk.
  say("error", "restarting", `${words} It is started again.`, { exitCode: end });
}
