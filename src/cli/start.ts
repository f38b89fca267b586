import { join, resolve } from "node:path";
import { contentOrFail } from "./content/content-or-fail.ts";
import { fail, failWith, wordsOf } from "./fail.ts";
import { ROOT } from "./root.ts";
import { buildApp } from "./serve/build-app.ts";
import { isFree, wantedPort } from "./serve/port.ts";
import { serveWorkerd } from "./serve/workerd.ts";

/** `npm start`: builds what has changed and serves client and API on this machine. PORT and LUWTE_STATE change where. */
const HOST = "127.0.0.1";

const port = wantedPort(process.env["PORT"]);
if (port === null) fail("PORT must be a whole number from 0 to 65535, for example: PORT=8790 npm start");
const free = await isFree(HOST, port).catch((error: unknown) =>
  fail(`Cannot listen on port ${port}: ${wordsOf(error)}`),
);
if (!free) fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);

await contentOrFail(ROOT);
await buildApp(ROOT).catch(failWith);
const stateFolder = resolve(ROOT, process.env["LUWTE_STATE"] || join(".luwte", "state"));

// Before workerd is started, so that no signal finds it alone.
const interrupted = new Promise<void>((done) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => done());
});
const served = await serveWorkerd({ root: ROOT, host: HOST, port, stateFolder }).catch(failWith);
console.log(`Luwte is at ${served.address} (Ctrl-C stops it; data is kept in ${stateFolder})`);

const failure = served.ended.then((code) => `workerd ended by itself (exit code ${code}).`);
const reason = await Promise.race([interrupted, failure]);
if (reason !== undefined) fail(reason);
await served.stop();
