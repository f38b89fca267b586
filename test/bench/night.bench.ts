import type { Bench, BenchResult } from "../../src/cli/bench/bench.ts";
import { soakExact } from "./night/exact.ts";
import { soakLive } from "./night/live.ts";
import { soakOffline } from "./night/offline.ts";

const PARTS: Readonly<Record<string, () => Promise<BenchResult>>> = {
  exact: soakExact,
  offline: soakOffline,
  live: soakLive,
};

/** The soak: a whole night offline, and ten minutes in real time in which everything goes wrong. */
export const bench: Bench = {
  about: "a soak: eight hours offline, and ten minutes live with everything that can happen to a night",
  async run(only = Object.keys(PARTS)) {
    const results: BenchResult[] = [];
    for (const part of only) {
      const run = PARTS[part];
      if (!run) throw new Error(`there is no part "${part}"; there are: ${Object.keys(PARTS).join(", ")}.`);
      results.push(await run());
    }
    return {
      method: results.map(({ method }) => method).join("\n"),
      rows: results.flatMap(({ rows }) => rows),
      bounds: results.flatMap(({ bounds }) => bounds),
    };
  },
};
