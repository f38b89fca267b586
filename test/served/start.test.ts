import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf, launch } from "./launched.ts";

let state = "";
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "luwte-start-"));
});
afterAll(() => rm(state, { recursive: true, force: true }));

const SLOW_MS = 150_000;

it(
  "serves, says in one line that a port is taken, stops on Ctrl-C and starts again on the same port",
  async () => {
    const first = launch({ PORT: "0", LUWTE_STATE: state });
    const address = await addressOf(first);
    expect(await (await fetch(`${address}/api/health`)).json()).toMatchObject({ status: "ok" });
    const { port } = new URL(address);

    const second = launch({ PORT: port, LUWTE_STATE: state });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe("");
    expect(second.errors().trim()).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=${Number(port) + 1} npm start`,
    );

    first.child.kill("SIGINT");
    await first.ended;
    await expect(fetch(address)).rejects.toThrow();

    const third = launch({ PORT: port, LUWTE_STATE: state });
    expect(await addressOf(third)).toBe(address);
    third.child.kill("SIGTERM");
    await third.ended;
    await expect(fetch(address)).rejects.toThrow();
  },
  SLOW_MS,
);

it("says what PORT must be", async () => {
  const launched = launch({ PORT: "eighty" });
  expect(await launched.ended).toBe(1);
  expect(launched.errors().trim().split("\n")).toHaveLength(1);
  expect(launched.errors()).toContain("PORT must be a whole number");
});
