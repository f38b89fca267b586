import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, BenchResult } from "../../src/cli/bench/bench.ts";
import { median } from "../../src/cli/bench/bench.ts";
import { fill } from "./worker/fill.ts";
import { load } from "./worker/load.ts";
import type { Loaded } from "./worker/load-plan.ts";
import { get, readRoutine, writeRoutine } from "./worker/requests.ts";
import { buildAll, peakMegabytes, processorSeconds, serveBoth } from "./worker/service.ts";

/** LUWTE_BENCH_STORED=100 measures a part. */
const STORED = (process.env["LUWTE_BENCH_STORED"] ?? "1,100,10000").split(",").map(Number);
const ROUNDS = 5;
const SECONDS = 1;
const CONNECTIONS = 16;
/** Profiles in use at a time, and how many new ones come to them a second: with those of the last 10 s, 200 are live. */
const WINDOW = 100;
const WINDOW_PER_SECOND = 10;
const LIVE = 200;
const MEGABYTES_AT_MOST = 300;
const P99_MS_AT_MOST = 10;
const RATIO_AT_LEAST: Readonly<Record<string, number>> = {
  "preset 304": 0.7,
  "preset 200": 0.6,
  read: 0.25,
  write: 0.11,
};

interface Route {
  readonly name: string;
  readonly socket: "http" | "bare";
  readonly requests: readonly string[];
  readonly connections: number;
}

interface Turn extends Loaded {
  readonly processorSeconds: number;
}

interface Measured {
  readonly stored: number;
  readonly turns: ReadonlyMap<string, readonly Turn[]>;
  readonly peakMegabytes: number;
}

export const bench: Bench = {
  about: "requests a second and latency of the service, as ratios to a bare Hono route in the same workerd",
  async run() {
    await buildAll();
    const measured: Measured[] = [];
    for (const stored of STORED) measured.push(await measure(stored));
    return result(measured);
  },
};

async function measure(stored: number): Promise<Measured> {
  const stateFolder = await mkdtemp(join(tmpdir(), "luwte-bench-"));
  try {
    const filling = await serveBoth(stateFolder);
    const bearers = await fill(filling.address, stored).finally(() => filling.stop());
    // Started anew, as after a night in which nobody came.
    const served = await serveBoth(stateFolder, { LUWTE_LIVE_OBJECTS: String(LIVE) });
    try {
      const routes = await routesOf(served.address, bearers);
      const turns = await inTurns(routes, stored, served.processId, {
        http: await served.portOf("http"),
        bare: await served.portOf("bare"),
      });
      return { stored, turns, peakMegabytes: peakMegabytes(served.processId) };
    } finally {
      await served.stop();
    }
  } finally {
    await rm(stateFolder, { recursive: true, force: true });
  }
}

async function routesOf(address: string, bearers: readonly string[]): Promise<readonly Route[]> {
  const preset = "/api/presets/wind-down";
  const etag = (await fetch(address + preset)).headers.get("etag") ?? "";
  const route = (name: string, requests: readonly string[], connections = CONNECTIONS): Route => ({
    name,
    socket: "http",
    requests,
    connections,
  });
  const bare = (name: string, connections: number): Route => ({
    ...route(name, [get("/")], connections),
    socket: "bare",
  });
  // Who writes waits for the answer, so one profile has one writer.
  const writers = Math.min(CONNECTIONS, bearers.length);
  return [
    bare("bare", CONNECTIONS),
    route("list", [get("/api/presets")]),
    route("preset 200", [get(preset)]),
    route("preset 304", [get(preset, { "if-none-match": etag })]),
    route("read", bearers.map(readRoutine)),
    ...(writers === CONNECTIONS ? [] : [bare("bare, one connection", writers)]),
    route("write", bearers.map(writeRoutine), writers),
  ];
}

async function inTurns(
  routes: readonly Route[],
  stored: number,
  processId: number,
  ports: Readonly<Record<Route["socket"], number>>,
): Promise<ReadonlyMap<string, readonly Turn[]>> {
  const turns = new Map<string, Turn[]>(routes.map(({ name }) => [name, []]));
  let revisions: readonly number[] = Array(stored).fill(1);
  let windowStart = 0;
  // The first round warms the compilers.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, socket, requests, connections } of routes) {
      const own = requests.length === 1;
      const began = processorSeconds(processId);
      const loaded = await load({
        port: ports[socket],
        connections,
        seconds: SECONDS,
        requests,
        window: Math.min(WINDOW, requests.length),
        windowStart: own ? 0 : windowStart,
        windowPerSecond: requests.length > WINDOW ? WINDOW_PER_SECOND : 0,
        revisions,
      });
      const turn = { ...loaded, processorSeconds: processorSeconds(processId) - began };
      if (!own) windowStart = loaded.windowStart;
      if (name === "write") revisions = loaded.revisions;
      if (round > 0) turns.get(name)?.push(turn);
    }
  }
  return turns;
}

function result(measured: readonly Measured[]): BenchResult {
  const rows = measured.flatMap(({ stored, turns }) =>
    [...turns].map(([name, own]) => {
      const beside =
        turns.get(name === "write" && stored < CONNECTIONS ? "bare, one connection" : "bare") ?? own;
      const ratio = (value: (turn: Turn) => number) =>
        median(own.map((turn, round) => value(turn) / value(beside[round] ?? turn)));
      const middle = (value: (turn: Turn) => number) => median(own.map(value));
      return {
        route: name,
        stored,
        "requests/s": Math.round(middle((turn) => turn.requestsPerSecond)),
        ratio: ratio((turn) => turn.requestsPerSecond),
        "ratio by processor time": ratio((turn) => turn.requestsPerSecond / turn.processorSeconds),
        "p50 ms": middle((turn) => turn.p50Ms),
        "p99 ms": middle((turn) => turn.p99Ms),
        statuses: statusesOf(own),
      };
    }),
  );
  const ratioBounds = rows.flatMap(({ route, stored, ratio }) => {
    const least = RATIO_AT_LEAST[route];
    if (least === undefined) return [];
    return [
      {
        bound: `${route}, ${stored} stored: ${ratio.toFixed(2)} of bare, at least ${least}`,
        holds: ratio >= least,
      },
    ];
  });
  const slowest = Math.max(...rows.map((row) => row["p99 ms"]));
  const memory = measured.map(({ stored, peakMegabytes: peak }) => ({
    bound: `${stored} stored, at most ${LIVE} live: ${Math.round(peak)} MB at its most, at most ${MEGABYTES_AT_MOST}`,
    holds: peak <= MEGABYTES_AT_MOST,
  }));
  const unexpected = rows.filter(
    ({ route, statuses }) => statuses !== (route === "preset 304" ? "304" : "200"),
  );
  return {
    method: `${CONNECTIONS} connections, ${SECONDS} s a route in turns, median of ${ROUNDS} rounds; load average ${loadavg()[0]?.toFixed(1)}. "ratio by processor time" leaves out what other programs took.`,
    rows,
    bounds: [
      ...ratioBounds,
      { bound: `p99 ${slowest.toFixed(1)} ms, at most ${P99_MS_AT_MOST}`, holds: slowest <= P99_MS_AT_MOST },
      ...memory,
      { bound: "every request was answered as it should be", holds: unexpected.length === 0 },
    ],
  };
}

function statusesOf(turns: readonly Turn[]): string {
  return [...new Set(turns.flatMap(({ statuses }) => Object.keys(statuses)))].sort().join(" ");
}
