import { Connection } from "./connection.ts";
import type { Loaded, LoadPlan } from "./load-plan.ts";

/** What is known of a route from the plans before. */
interface Known {
  readonly requests: readonly string[];
  readonly revisions: number[];
}

const known = new Map<string, Known>();

/** A process of its own, so that what sends does not wait for what measures: {@link LoadPlan}s in, a {@link Loaded} out for each. */
process.on("message", (plan: LoadPlan) => {
  load(plan).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function load(plan: LoadPlan): Promise<Loaded> {
  const { port, connections, seconds, window, windowStart, windowPerSecond } = plan;
  const { requests, revisions } = knownOf(plan);
  const latenciesMs: number[] = [];
  const statuses: Record<number, number> = {};
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const beganMs = performance.now();
  const endMs = beganMs + seconds * 1000;
  const startAt = (nowMs: number) => windowStart + Math.floor(((nowMs - beganMs) / 1000) * windowPerSecond);

  await Promise.all(
    open.map(async (connection, lane) => {
      let turn = 0;
      for (let now = performance.now(); now < endMs; ) {
        // A request is always sent by the same connection, so that no two write one document at a time.
        const start = startAt(now);
        const first = start + modulo(lane - start, connections);
        const own = Math.max(1, Math.ceil((start + window - first) / connections));
        const which = (first + (turn++ % own) * connections) % requests.length;
        const request = requests[which] ?? "";
        const { status, head } = await connection.ask(
          request.replace("{revision}", String(revisions[which] ?? 0)),
        );
        const after = performance.now();
        latenciesMs.push(after - now);
        now = after;
        statuses[status] = (statuses[status] ?? 0) + 1;
        const revision = /\r\netag: "(\d+)"/i.exec(head)?.[1];
        if (revision !== undefined) revisions[which] = Number(revision);
      }
    }),
  );
  const tookSeconds = (performance.now() - beganMs) / 1000;
  for (const connection of open) connection.close();
  const sorted = Float64Array.from(latenciesMs).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    requestsPerSecond: latenciesMs.length / tookSeconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    statuses,
    windowStart: startAt(performance.now()),
  };
}

function knownOf({ route, requests }: LoadPlan): Known {
  const before = known.get(route);
  if (before) return before;
  if (!requests) throw new Error(`nobody has said what is asked of ${route}`);
  const first = { requests, revisions: requests.map(() => 1) };
  known.set(route, first);
  return first;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
