import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, type BenchResult, median } from "../../src/cli/bench/bench.ts";
import { safePagesPerSecond } from "./worker/disk.ts";
import { fill } from "./worker/fill.ts";
import { type Route, routesOf } from "./worker/routes.ts";
import { buildAll, peakMegabytes, serveAlone, serveBoth } from "./worker/service.ts";
import { LIVE, type Turn, Turns } from "./worker/turns.ts";

/** LUWTE_BENCH_STORED=100 measures a part. */
const STORED = (process.env["LUWTE_BENCH_STORED"] ?? "1,100,10000").split(",").map(Number);
/** Where profiles are kept meanwhile: a folder in memory leaves the disk out. */
const FOLDER = process.env["LUWTE_BENCH_FOLDER"] ?? tmpdir();
const MEMORY_FOLDER = "/dev/shm";
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
};

interface Measured {
  readonly stored: number;
  readonly turns: ReadonlyMap<string, readonly Turn[]>;
  readonly pagesPerSecond: number;
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
  const stateFolder = await mkdtemp(join(FOLDER, "luwte-bench-"));
  const limits = { LUWTE_LIVE_OBJECTS: String(LIVE) };
  try {
    const bearers = await filled(stateFolder, stored);
    const loads = new Turns(stored, SECONDS);
    const turns = new Map<string, Turn[]>();
    const pages: number[] = [];
    // Started anew, as after a night in which nobody came.
    const both = await serveBoth(stateFolder, limits);
    let routes: readonly Route[] = [];
    try {
      routes = await routesOf(both.address, bearers, CONNECTIONS);
      // The first round warms the compilers.
      for (let round = 0; round <= ROUNDS; round++) {
        pages.push(safePagesPerSecond(stateFolder, 0.3));
        for (const route of routes) {
          const turn = await loads.take(both, route);
          if (round > 0) turns.set(route.name, [...(turns.get(route.name) ?? []), turn]);
        }
      }
    } finally {
      await both.stop();
    }
    // The bare route has a heap of its own, so memory is measured without it.
    const alone = await serveAlone(stateFolder, limits);
    try {
      for (let round = 0; round < ROUNDS; round++) {
        for (const route of routes) if (route.socket === "http") await loads.take(alone, route);
      }
      const peak = peakMegabytes(alone.processId);
      return { stored, turns, pagesPerSecond: median(pages), peakMegabytes: peak };
    } finally {
      await alone.stop();
    }
  } finally {
    await rm(stateFolder, { recursive: true, force: true });
  }
}

/** Fills in memory where there is such a folder, because making so many files safe takes minutes. */
async function filled(stateFolder: string, stored: number): Promise<readonly string[]> {
  const quick = existsSync(MEMORY_FOLDER) ? await mkdtemp(join(MEMORY_FOLDER, "luwte-bench-")) : stateFolder;
  try {
    const filling = await serveAlone(quick, {});
    const bearers = await fill(filling.address, stored).finally(() => filling.stop());
    if (quick !== stateFolder) await cp(quick, stateFolder, { recursive: true });
    return bearers;
  } finally {
    if (quick !== stateFolder) await rm(quick, { recursive: true, force: true });
  }
}

function result(measured: readonly Measured[]): BenchResult {
  const rows = measured.flatMap(({ stored, turns }) => rowsOf(stored, turns));
  const ratioBounds = rows.flatMap(({ route, stored, ratio }) => {
    const least = RATIO_AT_LEAST[route];
    if (least === undefined) return [];
    const bound = `${route}, ${stored} stored: ${ratio.toFixed(2)} of bare, at least ${least}`;
    return [{ bound, holds: ratio >= least }];
  });
  const slowest = Math.max(...rows.map((row) => row["p99 ms"]));
  const memory = measured.map(({ stored, peakMegabytes: peak }) => ({
    bound: `${stored} stored, at most ${LIVE} live: ${Math.round(peak)} MB at its most, at most ${MEGABYTES_AT_MOST}`,
    holds: peak <= MEGABYTES_AT_MOST,
  }));
  const pages = measured.map(({ pagesPerSecond }) => Math.round(pagesPerSecond)).join(", ");
  return {
    method:
      `${CONNECTIONS} connections, ${SECONDS} s a route in turns, median of ${ROUNDS} rounds; load average ${loadavg()[0]?.toFixed(1)}. ` +
      `"by processor time" leaves out what other programs and the disk took; a log on this disk grows by ${pages} safe pages a second.`,
    rows,
    bounds: [
      ...ratioBounds,
      { bound: `p99 ${slowest.toFixed(1)} ms, at most ${P99_MS_AT_MOST}`, holds: slowest <= P99_MS_AT_MOST },
      ...memory,
      {
        bound: "every request was answered as it should be",
        holds: rows.every(({ route, statuses }) => statuses === (route === "preset 304" ? "304" : "200")),
      },
    ],
  };
}

function rowsOf(stored: number, turns: Measured["turns"]) {
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
