import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../../src/cli/root.ts";
import { serveWorkerd } from "../../../src/cli/serve/workerd.ts";

let stateFolder = "";
beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), "luwte-state-"));
});
afterAll(() => rm(stateFolder, { recursive: true, force: true }));

const options = () => ({
  root: ROOT,
  host: "127.0.0.1",
  port: 0,
  stateFolder: join(stateFolder, "made", "on", "demand"),
  config: "test/cli/serve/counter/workerd.capnp",
});

it("keeps what Durable Objects store across restarts", async () => {
  const counts: string[] = [];
  for (let run = 0; run < 3; run++) {
    const served = await serveWorkerd(options());
    counts.push(await (await fetch(served.address)).text());
    await served.stop();
  }
  expect(counts).toEqual(["1", "2", "3"]);
});

it("ends although a connection is open, and frees the port", async () => {
  const served = await serveWorkerd(options());
  await fetch(served.address);
  const begun = performance.now();
  await served.stop();
  expect(performance.now() - begun).toBeLessThan(4000);
  await expect(fetch(served.address)).rejects.toThrow();
});

it("says in workerd's words why it does not come up", async () => {
  await expect(serveWorkerd({ ...options(), config: "no-such.capnp" })).rejects.toThrow(/no-such\.capnp/);
});
