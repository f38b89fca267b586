import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, type BenchResult, median } from "../../src/cli/bench/bench.ts";
import type { Served } from "../../src/cli/serve/workerd.ts";
import { safePagesPerSecond } from "./worker/disk.ts";
import { fill } from "./worker/fill.ts";
import { type Route, routesOf } from "./worker/routes.ts";
import { buildAll, peakMegabytes, serveAlone, serveBoth } from "./worker/service.ts";
import { LIVE, type Turn, Turns } from "./worker/turns.ts";

/** LUWTE_BENCH_STORED=100 measures a part. */
const STORED = (process.env["LUWTE_BENCH_STORED"] ?? "1,100,10000").split(",").map(Number);
const MEMORY_FOLDER = "/dev/shm";
const DISK_FOLDER = tmpdir();
/**
 * Where profiles are kept meanwhile: in memory where a system has such a folder, because the ratios are to say what the
 * service itself costs. What this disk makes of a write is measured beside it.
 */
const FOLDER = process.env["LUWTE_BENCH_FOLDER"] ?? (existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : DISK_FOLDER);
const ROUNDS = 5;
const SECONDS = 1;
const CONNECTIONS = 16;
const MEGABYTES_AT_MOST = 300;
const P99_MS_AT_MOST = 10;
const RATIO_AT_LEAST: Readonly<Record<string, number>> = {
  "preset 304": 0.7,
  "preset 200": 0.6,
  read: 0.25,
  write: 0.11,
  "write, to a disk": 0.11,
};

type TurnsByRoute = ReadonlyMap<string, readonly Turn[]>;

interface Measured {
  readonly stored: number;
  readonly turns: TurnsByRoute;
  readonly disk: {
    readonly turns: TurnsByRoute;
    readonly pagesPerSecond: number;
    readonly peakMegabytes: number;
  };
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
  const stateFolder = await mkdtemp(join(FOLDER, "luwte-bench-"));
  const limits = { LUWTE_LIVE_OBJECTS: String(LIVE) };
  try {
    const filling = await serveAlone(stateFolder, {});
    const bearers = await fill(filling.address, stored).finally(() => filling.stop());
    const disk = await measureDisk(stateFolder, bearers, limits);
    // Started anew, as after a night in which nobody came.
    const both = await serveBoth(stateFolder, limits);
    const loads = new Turns(SECONDS);
    try {
      const routes = await routesOf(both.address, bearers, CONNECTIONS);
      return { stored, turns: await inTurns(loads, both, routes), disk };
    } finally {
      loads.stop();
      await both.stop();
    }
  } finally {
    await rm(stateFolder, { recursive: true, force: true });
  }
}

/** The same profiles on a disk, as they are served: writes beside the bare route, and the memory that all routes take. */
async function measureDisk(
  from: string,
  bearers: readonly string[],
  limits: Readonly<Record<string, string>>,
): Promise<Measured["disk"]> {
  const folder = await mkdtemp(join(DISK_FOLDER, "luwte-bench-"));
  const loads = new Turns(SECONDS);
  try {
    await cp(from, folder, { recursive: true });
    const both = await serveBoth(folder, limits);
    let turns: TurnsByRoute;
    try {
      const routes = await routesOf(both.address, bearers, CONNECTIONS);
      const writing = routes.filter(({ name, socket }) => socket === "bare" || name === "write");
      turns = await inTurns(loads, both, writing);
    } finally {
      await both.stop();
    }
    // The bare route has a heap of its own, so memory is measured without it.
    const alone = await serveAlone(folder, limits);
    try {
      const routes = await routesOf(alone.address, bearers, CONNECTIONS);
      const own = routes.filter(({ socket }) => socket === "http");
      await inTurns(loads, alone, own);
      const peak = peakMegabytes(alone.processId);
      return { turns, pagesPerSecond: safePagesPerSecond(folder, SECONDS), peakMegabytes: peak };
    } finally {
      await alone.stop();
    }
  } finally {
    loads.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Loads the routes one after another, several rounds. The first one warms the compilers and does not count. */
async function inTurns(loads: Turns, served: Served, routes: readonly Route[]): Promise<TurnsByRoute> {
  const turns = new Map<string, Turn[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const route of routes) {
      const turn = await loads.take(served, route);
      if (round > 0) turns.set(route.name, [...(turns.get(route.name) ?? []), turn]);
    }
  }
  return turns;
}

function result(measured: readonly Measured[]): BenchResult {
  const rows = measured.flatMap(({ stored, turns }) => rowsOf(stored, turns));
  const onDisk = measured.flatMap(({ stored, disk }) =>
    rowsOf(stored, disk.turns).filter(({ route }) => route === "write"),
  );
  const all = [...rows, ...onDisk.map((row) => ({ ...row, route: "write, to a disk" }))];
  const ratioBounds = all.flatMap(({ route, stored, ratio }) => {
    const least = RATIO_AT_LEAST[route];
    if (least === undefined) return [];
    const bound = `${route}, ${stored} stored: ${ratio.toFixed(2)} of bare, at least ${least}`;
    return [{ bound, holds: ratio >= least }];
  });
  const slowest = Math.max(...all.map((row) => row["p99 ms"]));
  const memory = measured.map(({ stored, disk: { peakMegabytes: peak } }) => ({
    bound: `${stored} stored, at most ${LIVE} live: ${Math.round(peak)} MB at its most, at most ${MEGABYTES_AT_MOST}`,
    holds: peak <= MEGABYTES_AT_MOST,
  }));
  const pages = measured.map(({ disk }) => Math.round(disk.pagesPerSecond)).join(", ");
  return {
    method:
      `${CONNECTIONS} connections, ${SECONDS} s a route in turns, median of ${ROUNDS} rounds; load average ${loadavg()[0]?.toFixed(1)}. ` +
      `"by processor time" leaves out what other programs and the disk took. State in ${FOLDER}; memory is taken with the state on a disk, where a log grows by ${pages} safe pages a second.`,
    rows: all,
    bounds: [
      ...ratioBounds,
      { bound: `p99 ${slowest.toFixed(1)} ms, at most ${P99_MS_AT_MOST}`, holds: slowest <= P99_MS_AT_MOST },
      ...memory,
      {
        bound: "every request was answered as it should be",
        holds: all.every(({ route, statuses }) => statuses === (route === "preset 304" ? "304" : "200")),
      },
    ],
  };
}

function rowsOf(stored: number, turns: TurnsByRoute) {
  return [...turns].map(([name, own]) => {
    const beside =
      (name === "write" ? turns.get("bare, fewer connections") : null) ?? turns.get("bare") ?? own;
    const ratio = (value: (turn: Turn) => number) =>
      median(own.map((turn, round) => value(turn) / value(beside[round] ?? turn)));
    const middle = (value: (turn: Turn) => number) => median(own.map(value));
    return {
      route: name,
      stored,
      "requests/s": Math.round(middle((turn) => turn.requestsPerSecond)),
      ratio: ratio((turn) => turn.requestsPerSecond),
      "by processor time": ratio((turn) => turn.requestsPerSecond / turn.processorSeconds),
      "p50 ms": middle((turn) => turn.p50Ms),
      "p99 ms": middle((turn) => turn.p99Ms),
      statuses: [...new Set(own.flatMap(({ statuses }) => Object.keys(statuses)))].sort().join(" "),
    };
  });
}
