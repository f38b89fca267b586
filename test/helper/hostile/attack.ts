import { OPERATIONS } from "../../../worker/openapi/operations.ts";
import { Dice } from "./dice.ts";
import type { Got } from "./exchange.ts";
import { judge } from "./judge.ts";
import { type Hostile, hostileRequest } from "./request.ts";
import { VICTIM_WORDS } from "./words.ts";
import { victimState, type World } from "./world.ts";

export interface Attack {
  readonly seed: number;
  readonly requestsPerRoute: number;
  /** Requests that are under way at the same time. */
  readonly atOnce: number;
  /** What else must hold of an answer. */
  readonly alsoFaults?: (request: Hostile, got: Got) => readonly string[];
}

export interface RouteTally {
  readonly id: string;
  readonly requests: number;
  readonly passed: number;
  readonly statuses: Readonly<Record<number, number>>;
  readonly milliseconds: number;
}

export interface Aftermath {
  readonly routes: readonly RouteTally[];
  /** Distinct faults; none is what is wanted. */
  readonly faults: readonly string[];
  readonly victimUnchanged: boolean;
}

/** Sends seeded hostile requests to every operation of the contract and judges each answer. */
export async function attack(world: World, plan: Attack): Promise<Aftermath> {
  const before = await victimState(world);
  if (!before.includes(VICTIM_WORDS)) throw new Error("the victim has nothing that could be seen");
  const faults = new Set<string>();
  const routes: RouteTally[] = [];
  for (const [index, target] of OPERATIONS.entries()) {
    const since = Date.now();
    const statuses: Record<number, number> = {};
    let passed = 0;
    let next = 0;
    const sender = async () => {
      while (next < plan.requestsPerRoute) {
        // Each request has chances of its own, so that it is the same whatever the others do.
        const dice = new Dice(plan.seed, index * 1_000_000 + next++);
        const request = await hostileRequest(target, world, dice);
        const got = await world.send(request);
        const verdict = judge(request, got);
        for (const fault of verdict.faults) faults.add(fault);
        for (const fault of plan.alsoFaults?.(request, got) ?? []) faults.add(fault);
        statuses[got.status] = (statuses[got.status] ?? 0) + 1;
        if (verdict.passed) passed++;
      }
    };
    await Promise.all(Array.from({ length: plan.atOnce }, sender));
    routes.push({
      id: target.id,
      requests: plan.requestsPerRoute,
      passed,
      statuses,
      milliseconds: Date.now() - since,
    });
  }
  return { routes, faults: [...faults], victimUnchanged: (await victimState(world)) === before };
}
