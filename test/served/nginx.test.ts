import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { type Served, serveWorkerd } from "../../src/cli/serve/workerd.ts";

const hasNginx = spawnSync("nginx", ["-v"]).status === 0;

let folder = "";
let served: Served | undefined;
let nginx: ChildProcess | undefined;
let address = "";

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const at = server.address();
      server.close(() => resolve(typeof at === "object" && at ? at.port : 0));
    });
  });
}

/** The configuration in docs/hosting/reverse-proxy.md, on plain HTTP. */
async function configuration(port: number, service: string): Promise<string> {
  const guide = await readFile(join(ROOT, "docs/hosting/reverse-proxy.md"), "utf8");
  const [, block = ""] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? [];
  const site = block
    .replace("127.0.0.1:8787", new URL(service).host)
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${port}`)
    .replaceAll(/^\s*ssl_.*$/gm, "");
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { ${scratch.join(" ")}\n${site} }`;
}

beforeAll(async () => {
  if (!hasNginx) return;
  folder = await mkdtemp(join(tmpdir(), "luwte-nginx-"));
  served = await serveWorkerd({
    root: ROOT,
    host: "127.0.0.1",
    port: 0,
    stateFolder: join(folder, "state"),
    environment: { LUWTE_BEHIND_PROXY: "1", LUWTE_PROFILES_PER_HOUR: "2" },
  });
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  await writeFile(join(folder, "nginx.conf"), await configuration(port, served.address));
  nginx = spawn("nginx", ["-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  await vi.waitFor(async () => expect((await fetch(`${address}/api/health`)).status).toBe(200), 5000);
});
afterAll(async () => {
  nginx?.kill("SIGTERM");
  await served?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

function makeProfile(forwardedFor: string): Promise<Response> {
  return fetch(`${address}/api/profiles`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor },
    body: '{"deviceName":"Phone"}',
  });
}

describe.skipIf(!hasNginx)("behind nginx as the guide has it", () => {
  it("documents are saved over weakened tags, and changes are heard", async () => {
    const { profileId, secret }: Record<string, string> = await (await makeProfile("1.1.1.1")).json();
    const headers = { authorization: `Bearer ${profileId}.${secret}`, "content-type": "application/json" };
    const put = (changedAt: number, condition: Record<string, string>) =>
      fetch(`${address}/api/documents/settings`, {
        method: "PUT",
        headers: { ...headers, ...condition },
        body: JSON.stringify({ version: 1, changedAt, settings: { language: "nl", haptics: true } }),
      });
    expect((await put(1, { "if-none-match": "*" })).status).toBe(201);
    const read = await fetch(`${address}/api/documents/settings`, { headers });
    const tag = read.headers.get("etag") ?? "";
    expect(tag).toBe('W/"1"');
    expect(read.headers.get("strict-transport-security")).toContain("max-age");

    const answer = await fetch(`${address}/api/changes/tickets`, { method: "POST", headers });
    const { ticket }: Record<string, string> = await answer.json();
    const socket = new WebSocket(`${address.replace("http", "ws")}/api/changes`, [
      "luwte",
      `ticket.${profileId}.${ticket}`,
    ]);
    const heard = new Promise((resolve) => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)));
    });
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    expect((await put(2, { "if-match": tag })).status).toBe(200);
    expect(await heard).toEqual({ document: "settings", revision: 2 });
    socket.close();
  });

  it("an address that a caller makes up is not believed", async () => {
    const statuses: number[] = [];
    for (const made of ["2.2.2.2", "3.3.3.3", "4.4.4.4, 5.5.5.5"])
      statuses.push((await makeProfile(made)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it("says when to come back while the service is away", async () => {
    await served?.stop();
    const answer = await fetch(`${address}/api/health`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("10");
  });
});
