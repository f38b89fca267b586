import { MAX_PRACTISED, PATH_STEPS, type PathDocument } from "../path.ts";
import { agreedOn, entryAt, isLater, namesOf } from "./three-way.ts";

type Steps = PathDocument["steps"];

/**
 * The path as two devices know it: all that was practised on either. A step marked on both is done since the earlier
 * mark; one marked here and unmarked there stays done.
 */
export function mergePaths(base: PathDocument, first: PathDocument, second: PathDocument): PathDocument {
  const steps: Steps = {};
  for (const step of PATH_STEPS) {
    const done = mergeStep(base.steps[step], first.steps[step], second.steps[step]);
    if (done !== undefined) steps[step] = done;
  }
  const practised = namesOf(first.practised, second.practised).flatMap((id) => {
    const [was, a, b] = [base.practised, first.practised, second.practised].map((all) => entryAt(all, id));
    const agreed = agreedOn(was, a, b);
    const firstCounts = !b || (a !== undefined && isLater(a.at, a, b.at, b));
    const kept = agreed ? agreed.value : firstCounts ? a : b;
    return kept ? [[id, kept] as const] : [];
  });
  practised.sort(([idA, a], [idB, b]) => b.at - a.at || (idA < idB ? -1 : 1));
  const newest = practised.slice(0, MAX_PRACTISED).sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: 1, steps, practised: Object.fromEntries(newest) };
}

function mergeStep(was?: number, a?: number, b?: number): number | undefined {
  if (a === was) return b;
  if (b === was) return a;
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
