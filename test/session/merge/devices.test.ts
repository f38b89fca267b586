import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Documents } from "../../../src/session/documents/documents.ts";
import { MERGES, type Merge } from "../../../src/session/documents/merge/merge.ts";
import { isSame } from "../../../src/session/documents/merge/three-way.ts";
import { DEFAULT_ROUTINE } from "../../../src/store/routine.ts";

/**
 * A model of many devices and one service that takes a document only from who has read the last one. Each edit writes
 * a mark that was never there before, and takes away the marks that it wrote over, which its device had before it.
 * What no device ever wrote over must be found when all is quiet.
 */
interface Kind<Document> {
  readonly initial: Document;
  readonly merge: Merge<Document>;
  /** The document with the mark written at a place, at a time. */
  edit(document: Document, place: number, mark: number, at: number): Document;
  /** Marks at a place that such an edit would write over. */
  marksAt(document: Document, place: number): readonly number[];
  /** Every mark that can still be had. */
  marks(document: Document): readonly number[];
}

interface Device<Document> {
  base: Document;
  mine: Document;
}

type Step =
  | { readonly do: "edit"; readonly device: number; readonly place: number; readonly at: number }
  | { readonly do: "push" | "pull" | "lose-answer"; readonly device: number };

const DEVICES = 4;
const device = fc.nat(DEVICES - 1);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant("edit" as const),
      device,
      place: fc.nat(3),
      // No device's clock is right.
      at: fc.integer({ min: 1, max: 5 }),
    }),
    fc.record({ do: fc.constantFrom("push" as const, "pull" as const, "lose-answer" as const), device }),
  ),
  { maxLength: 24 },
);

function run<Document>(kind: Kind<Document>, steps: readonly Step[], most: number): void {
  let served = kind.initial;
  const devices: Device<Document>[] = Array.from({ length: DEVICES }, () => ({
    base: kind.initial,
    mine: kind.initial,
  }));
  const alive = new Set<number>();
  let edits = 0;
  const pull = (each: Device<Document>) => {
    each.mine = kind.merge(each.base, each.mine, served);
    each.base = served;
  };
  /** Refused (412) where the service has moved on: merge with what it sends, and once more. */
  const push = (each: Device<Document>) => {
    if (!isSame(each.base, served)) pull(each);
    served = each.mine;
  };
  for (const step of steps) {
    const each = devices[step.device];
    if (!each) continue;
    if (step.do === "edit" && edits < most) {
      const mark = ++edits;
      for (const over of kind.marksAt(each.mine, step.place)) alive.delete(over);
      each.mine = kind.edit(each.mine, step.place, mark, step.at);
      alive.add(mark);
    } else if (step.do === "pull") pull(each);
    else if (step.do === "push") {
      push(each);
      each.base = served;
    } else if (step.do === "lose-answer") push(each);
  }
  for (let round = 0; round < 2; round++) {
    for (const each of devices) {
      push(each);
      each.base = served;
    }
  }
  for (const each of devices) {
    pull(each);
    expect(each.mine).toEqual(served);
  }
  expect(kind.marks(served)).toEqual(expect.arrayContaining([...alive]));
}

const { language: _language, haptics: _haptics, ...evening } = DEFAULT_ROUTINE;
const PLACES = ["a-bed", "b-bed"] as const;

const routine: Kind<Documents["routine"]> = {
  initial: { version: 1, changedAt: 0, routine: evening, aside: [] },
  merge: MERGES.routine,
  edit(document, place, mark, at) {
    const { routine } = document;
    const id = PLACES[place];
    const changes = id
      ? { levels: { ...routine.levels, [id]: [{ layer: "rain", gainDb: -mark }] } }
      : place === 2
        ? { timer: { minutes: 100 + mark } }
        : { wantedSeconds: { ...routine.wantedSeconds, "a-bed": 100 + mark } };
    return {
      ...document,
      changedAt: Math.max(at, document.changedAt + 1),
      routine: { ...routine, ...changes },
    };
  },
  marksAt: ({ routine }, place) => eveningMarks(routine, place),
  marks: ({ routine, aside }) =>
    [routine, ...aside.map((each) => each.routine)].flatMap((each) =>
      [0, 1, 2, 3].flatMap((place) => eveningMarks(each, place)),
    ),
};

function eveningMarks(routine: Documents["routine"]["routine"], place: number): readonly number[] {
  const id = PLACES[place];
  if (id) return (routine.levels[id] ?? []).map(({ gainDb }) => -gainDb);
  if (place === 2) return routine.timer === "all-night" ? [] : [routine.timer.minutes - 100];
  return Object.values(routine.wantedSeconds).map((seconds) => seconds - 100);
}

const mixes: Kind<Documents["mixes"]> = {
  initial: { version: 1, mixes: {} },
  merge: MERGES.mixes,
  edit(document, place, mark, at) {
    const id = `mix-number-${place}`;
    const changedAt = Math.max(at, (document.mixes[id]?.changedAt ?? 0) + 1);
    const entry = { name: "Rain", levels: [{ layer: "rain", gainDb: -mark }], changedAt };
    return { ...document, mixes: { ...document.mixes, [id]: entry } };
  },
  marksAt: ({ mixes }, place) => (mixes[`mix-number-${place}`]?.levels ?? []).map(({ gainDb }) => -gainDb),
  marks: ({ mixes }) => Object.values(mixes).flatMap(({ levels }) => levels.map(({ gainDb }) => -gainDb)),
};

const path: Kind<Documents["path"]> = {
  initial: { version: 1, steps: {}, practised: {} },
  merge: MERGES.path,
  edit: (document, _, mark, at) => ({
    ...document,
    practised: { ...document.practised, [`practice-${mark}`]: { session: "fire", at, seconds: mark } },
  }),
  marksAt: () => [],
  marks: ({ practised }) => Object.values(practised).map(({ seconds }) => seconds),
};

describe("four devices that are often alone, whatever the order in which they are heard", () => {
  it("end with one evening and all that was chosen, in it or aside", () => {
    fc.assert(
      fc.property(steps, (each) => run(routine, each, 6)),
      { numRuns: 300 },
    );
  });

  it("end with every mix", () => {
    fc.assert(
      fc.property(steps, (each) => run(mixes, each, 20)),
      { numRuns: 200 },
    );
  });

  it("end with everything that was practised", () => {
    fc.assert(
      fc.property(steps, (each) => run(path, each, 20)),
      { numRuns: 200 },
    );
  });
});
