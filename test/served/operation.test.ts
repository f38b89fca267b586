import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { addressOf, type Launched, launch } from "./launched.ts";

let folder = "";
let launched: Launched | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "luwte-operation-"));
});
afterAll(async () => {
  launched?.child.kill("SIGTERM");
  await launched?.ended;
  await rm(folder, { recursive: true, force: true });
});

const SLOW_MS = 150_000;
const MOST_CALLERS = 600;
const state = () => join(folder, "state");

/** Lines that were logged about an event. */
function logged(event: string): Record<string, unknown>[] {
  const lines = `${launched?.output()}\n${launched?.errors()}`
    .split("\n")
    .filter((line) => line.startsWith("{"));
  return lines
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter((line) => line["event"] === event);
}

function makeProfile(address: string): Promise<Response> {
  return fetch(`${address}/api/profiles`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"deviceName":"Phone"}',
  });
}

/** Asks for what a key opens. */
async function statusOf(address: string, key: string): Promise<number> {
  const answer = await fetch(`${address}/api/documents`, { headers: { authorization: key } });
  await answer.arrayBuffer();
  return answer.status;
}

async function run(script: string, ...more: string[]): Promise<number | null> {
  const child = spawn("npm", ["run", "--silent", script, "--", ...more], {
    cwd: ROOT,
    env: { ...process.env, LUWTE_STATE: state() },
    stdio: "ignore",
  });
  return new Promise((resolve) => child.once("close", resolve));
}

it(
  "with 1024 descriptors: 503 with Retry-After for a crowd, no crash; killed, it comes back with everything; backed up and restored",
  async () => {
    const environment = { PORT: "0", LUWTE_STATE: state(), LUWTE_PROFILES_PER_HOUR: "0", LUWTE_LOG: "" };
    launched = launch(environment, 1024);
    const address = await addressOf(launched);
    const [started] = logged("started");
    expect(started).toMatchObject({
      level: "info",
      address,
      descriptors: 1024,
      liveObjects: 120,
      openSockets: 120,
    });

    // An object that nobody asks for is given up after some seconds: a slow machine needs a larger crowd.
    const answers: Response[] = [];
    const refused = () => answers.filter(({ status }) => status === 503);
    while (refused().length === 0 && answers.length < MOST_CALLERS) {
      answers.push(...(await Promise.all(Array.from({ length: 150 }, () => makeProfile(address)))));
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 503]));
    for (const { headers } of refused()) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    const keys: string[] = [];
    for (const answer of answers) {
      const { profileId, secret }: Record<string, string> = await answer.json();
      if (answer.status === 201) keys.push(`Bearer ${profileId}.${secret}`);
    }
    const [key = ""] = keys;
    expect(keys.length).toBeGreaterThan(100);
    expect(await statusOf(address, key)).toBe(200);
    expect(logged("problem")[0]).toMatchObject({
      level: "error",
      route: "/api/profiles",
      status: 503,
      code: "busy",
    });
    expect(logged("restarting")).toEqual([]);

    expect(await run("backup", join(folder, "night.backup"))).toBe(0);
    expect(await run("restore", join(folder, "night.backup"), "--force")).toBe(1);

    await expect
      .poll(() => Date.now() - Date.parse(String(started?.["time"])), { timeout: SLOW_MS })
      .toBeGreaterThan(3100);
    process.kill(Number(started?.["processId"]), "SIGKILL");
    await expect.poll(() => logged("started").length, { timeout: 10_000 }).toBe(2);
    expect(logged("restarting")).toMatchObject([{ level: "error", exitCode: 137 }]);
    expect(await statusOf(address, key)).toBe(200);
    for (const secret of keys.map((each) => each.split(".")[1] ?? "")) {
      expect(launched.output() + launched.errors()).not.toContain(secret);
    }

    launched.child.kill("SIGTERM");
    await launched.ended;
    expect(logged("stopped")).toHaveLength(1);
    await rm(state(), { recursive: true });
    expect(await run("restore", join(folder, "night.backup"))).toBe(0);
    launched = launch(environment);
    const again = await addressOf(launched);
    for (const each of keys.slice(0, 20)) expect(await statusOf(again, each)).toBe(200);
  },
  SLOW_MS,
);
