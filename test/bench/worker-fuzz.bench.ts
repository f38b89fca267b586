import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, BenchResult } from "../../src/cli/bench/bench.ts";
import { buildContent } from "../../src/cli/content/build-content.ts";
import { ROOT } from "../../src/cli/root.ts";
import { buildApp } from "../../src/cli/serve/build-app.ts";
import { serveWorkerd } from "../../src/cli/serve/workerd.ts";
import { attack } from "../helper/hostile/attack.ts";
import { makeWorld } from "../helper/hostile/world.ts";
import { overHttp } from "./worker-fuzz/over-http.ts";

/** A shorter run while working: LUWTE_FUZZ_REQUESTS=500 npm run bench -- worker-fuzz */
const REQUESTS_PER_ROUTE = Number(process.env["LUWTE_FUZZ_REQUESTS"] ?? 10_000);
const SEED = Number(process.env["LUWTE_FUZZ_SEED"] ?? 1);
const AT_ONCE = 16;
const PEOPLE = { attackers: 60, addresses: 4000 };
const OPERATOR_SECRET = "the-operator-of-a-service-under-attack";

/** Limits that count people who are one person here; the limits themselves have tests of their own. */
const ENVIRONMENT = {
  LUWTE_OPERATOR_SECRET: OPERATOR_SECRET,
  LUWTE_BEHIND_PROXY: "1",
  LUWTE_PROFILES_PER_HOUR: "0",
  LUWTE_WRITES_PER_MINUTE: "0",
};

export const bench: Bench = { about: "hostile requests to every route of the service, on raw workerd", run };

async function run(): Promise<BenchResult> {
  await buildContent(ROOT);
  await buildApp(ROOT);
  const stateFolder = await mkdtemp(join(tmpdir(), "luwte-fuzz-"));
  Object.assign(process.env, ENVIRONMENT);
  const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  const { send, close } = overHttp(served.address, AT_ONCE * 2);
  try {
    const world = await makeWorld(send, OPERATOR_SECRET, PEOPLE);
    const { routes, faults, victimUnchanged } = await attack(world, {
      seed: SEED,
      requestsPerRoute: REQUESTS_PER_ROUTE,
      atOnce: AT_ONCE,
    });
    const alive = await send({ method: "GET", path: "/api/health", headers: {} });
    for (const fault of faults.slice(0, 50)) console.error(fault);
    return {
      method: `${REQUESTS_PER_ROUTE} seeded requests (seed ${SEED}) to each of ${routes.length} operations, ${AT_ONCE} at once.`,
      rows: routes.map(({ id, requests, passed, statuses, milliseconds }) => ({
        operation: id,
        "past key and parser": `${Math.round((100 * passed) / requests)} %`,
        "per second": Math.round((1000 * requests) / milliseconds),
        statuses: Object.entries(statuses)
          .map(([status, count]) => `${status}:${count}`)
          .join(" "),
      })),
      bounds: [
        {
          bound: "no 5xx, trace, echo, secret, cookie, and none of another's words",
          holds: faults.length === 0,
        },
        { bound: "nothing of the other person's changed", holds: victimUnchanged },
        {
          bound: "30 % or more of the requests to each operation pass key and parser",
          holds: routes.every(({ passed, requests }) => passed >= 0.3 * requests),
        },
        { bound: "the service still answers", holds: alive.status === 200 },
      ],
    };
  } finally {
    close();
    await served.stop();
    await rm(stateFolder, { recursive: true, force: true });
  }
}
