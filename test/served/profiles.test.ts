import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { type Served, serveWorkerd } from "../../src/cli/serve/workerd.ts";
import { stateFilesWith } from "./state-files.ts";

const MARKER = "zqx-marker-of-mine";
const JSON_TYPE = { "content-type": "application/json" };

let stateFolder = "";
let served: Served | undefined;
beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), "luwte-profile-"));
});
afterEach(async () => {
  await served?.stop();
  await rm(stateFolder, { recursive: true, force: true });
});

async function serve(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  Object.assign(process.env, environment);
  served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  for (const name of Object.keys(environment)) delete process.env[name];
  return served.address;
}

const filesWithMarker = () => stateFilesWith(stateFolder, MARKER);

/** A profile whose device is called as the marker says, as the headers that its key makes. */
async function newProfile(address: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/profiles`, {
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({ deviceName: MARKER }),
  });
  if (answer.status !== 201) throw new Error(`no profile: ${answer.status}`);
  const { profileId, secret }: { profileId: string; secret: string } = await answer.json();
  return { ...JSON_TYPE, authorization: `Bearer ${profileId}.${secret}` };
}

it("erasing leaves nothing of a person in any state file, write-ahead logs included, before and after a restart", async () => {
  let address = await serve();
  const key = await newProfile(address);
  const entry = (index: number) => [`entry-${index}-of-mine`, { name: MARKER, levels: [], changedAt: index }];
  for (let revision = 0; revision < 30; revision++) {
    // Growing and shrinking leaves pages behind that hold what was there before.
    const mixes = Object.fromEntries(
      Array.from({ length: revision % 2 ? 1 : 99 }, (_, index) => entry(index)),
    );
    const answer = await fetch(`${address}/api/documents/mixes`, {
      method: "PUT",
      headers: { ...key, ...(revision === 0 ? { "if-none-match": "*" } : { "if-match": `"${revision}"` }) },
      body: JSON.stringify({ version: 1, mixes }),
    });
    expect(answer.ok).toBe(true);
  }
  await fetch(`${address}/api/pairing`, { method: "POST", headers: key });
  expect(await filesWithMarker()).not.toEqual([]);
  await served?.stop();
  expect(await filesWithMarker()).not.toEqual([]);

  address = await serve();
  const erased = await fetch(`${address}/api/profile`, {
    method: "DELETE",
    headers: { ...key, "luwte-confirm": "erase" },
  });
  expect(erased.status).toBe(204);
  expect(await filesWithMarker()).toEqual([]);
  expect((await fetch(`${address}/api/documents`, { headers: key })).status).toBe(401);
  await served?.stop();
  expect(await filesWithMarker()).toEqual([]);

  address = await serve();
  expect((await fetch(`${address}/api/documents`, { headers: key })).status).toBe(401);
});

it("answers 503 with Retry-After before more profiles are live than may be, and goes on with those that are", async () => {
  const address = await serve({ LUWTE_LIVE_OBJECTS: "2" });
  const [first, second] = [await newProfile(address), await newProfile(address)];
  const refused = await fetch(`${address}/api/profiles`, {
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({ deviceName: "Third" }),
  });
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: "busy" });
  for (const headers of [first, second]) {
    expect((await fetch(`${address}/api/documents`, { headers })).status).toBe(200);
  }
});

/** Opens a socket of changes: the socket, or null where it is refused. */
async function listen(address: string, headers: Record<string, string>): Promise<WebSocket | null> {
  const answer = await fetch(`${address}/api/changes/tickets`, { method: "POST", headers });
  const { ticket }: { ticket: string } = await answer.json();
  const profileId = headers["authorization"]?.slice("Bearer ".length).split(".")[0];
  const socket = new WebSocket(`${address.replace("http", "ws")}/api/changes`, [
    "luwte",
    `ticket.${profileId}.${ticket}`,
  ]);
  return new Promise((resolve) => {
    socket.onopen = () => resolve(socket);
    socket.onerror = () => resolve(null);
  });
}

it("opens no more sockets than may be open, and others again when one has closed", async () => {
  const address = await serve({ LUWTE_OPEN_SOCKETS: "2" });
  const key = await newProfile(address);
  const first = await listen(address, key);
  const second = await listen(address, key);
  expect(second?.protocol).toBe("luwte");
  expect(await listen(address, key)).toBeNull();
  first?.close();
  let third: WebSocket | null = null;
  await expect
    .poll(
      async () => {
        third ??= await listen(address, key);
        return third;
      },
      { interval: 20 },
    )
    .not.toBeNull();
  expect(await listen(address, key)).toBeNull();
  for (const socket of [second, third as WebSocket | null]) socket?.close();
});
