import { canonicalJson } from "../../canonical-json.ts";
import { MAX_ASIDE, MAX_PER_SESSION, type RoutineDocument } from "../routine.ts";
import { isSame, ThreeWay } from "./three-way.ts";

type Aside = RoutineDocument["aside"][number];

/**
 * One evening from two devices. Choices that only one of them changed are all taken. Where both changed the same choice,
 * the later one counts and the whole other evening is put aside, from where the person can take it back.
 */
export function mergeRoutines(
  base: RoutineDocument,
  first: RoutineDocument,
  second: RoutineDocument,
): RoutineDocument {
  const both = new ThreeWay(first.changedAt, second.changedAt);
  const [was, a, b] = [base.routine, first.routine, second.routine];
  const routine = {
    session: both.one(was.session, a.session, b.session),
    narrator: both.one(was.narrator, a.narrator, b.narrator),
    guideGainDb: both.one(was.guideGainDb, a.guideGainDb, b.guideGainDb),
    timer: both.one(was.timer, a.timer, b.timer),
    levels: both.each(was.levels, a.levels, b.levels, MAX_PER_SESSION),
    wantedSeconds: both.each(was.wantedSeconds, a.wantedSeconds, b.wantedSeconds, MAX_PER_SESSION),
    breath: both.one(was.breath, a.breath, b.breath),
  };
  const lost = [...(both.firstLost ? [evening(first)] : []), ...(both.secondLost ? [evening(second)] : [])];
  return withAside(
    { version: 1, changedAt: Math.max(first.changedAt, second.changedAt), routine, aside: [] },
    [...mergeAside(base.aside, first.aside, second.aside), ...lost],
  );
}

/** The document with these evenings put aside: each once, newest first, none that is the present one. */
export function withAside(document: RoutineDocument, evenings: readonly Aside[]): RoutineDocument {
  const newest = [...evenings].sort(
    (a, b) => b.changedAt - a.changedAt || (canonicalJson(a) > canonicalJson(b) ? -1 : 1),
  );
  const seen = new Set([canonicalJson(document.routine)]);
  const aside = newest.filter(({ routine }) => {
    const text = canonicalJson(routine);
    return !seen.has(text) && seen.add(text);
  });
  return { ...document, aside: aside.slice(0, MAX_ASIDE) };
}

/** What stands aside on either device, without what one of them has taken back or let go. */
function mergeAside(base: readonly Aside[], first: readonly Aside[], second: readonly Aside[]): Aside[] {
  const has = (evenings: readonly Aside[], one: Aside) => evenings.some((each) => isSame(each, one));
  return [...first, ...second].filter((each) => !has(base, each) || (has(first, each) && has(second, each)));
}

function evening({ changedAt, routine }: RoutineDocument): Aside {
  return { changedAt, routine };
}
