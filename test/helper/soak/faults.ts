import { Dice } from "../hostile/dice.ts";

/**
 * What happens to a running night. `blocked`: its JavaScript is busy. `suspended`: the context stops unasked (unplugged,
 * perhaps) and a person goes on later. `flickering`: the same, and before the touch it runs again by itself. `stunned`:
 * it stops while JavaScript is busy. `closed`: the system takes the context away for good. `called`: a call takes the sound and gives it back. `frozen`: the system stops the page,
 * audio clock and all. `shown`: the hidden tab is looked at.
 */
export type FaultKind = (typeof ANYWHERE)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** After the night began. */
  readonly atSeconds: number;
  readonly seconds: number;
}

const ANYWHERE = [
  "blocked",
  "suspended",
  "flickering",
  "stunned",
  "closed",
  "called",
  "frozen",
  "shown",
] as const;
/** What may lie over the end itself. */
const OVER_THE_END = ["blocked", "blocked", "frozen", "suspended", "called"] as const;

/** The first fault comes when the night has entered. */
const FIRST_SECONDS = 16;
/** Time for a fault and for what it takes to come back from it. */
const ROOM_SECONDS = 20;
const LONGEST_SECONDS = 8;
/** How long before the end its fault begins, seconds. */
const BEFORE_END = { least: 2, most: 5 } as const;

/**
 * The faults of one night, in order, with time between them; the last lies over the end. The same seed gives the same.
 * @param nightSeconds from the beginning to the end
 * @throws where so many have no room
 */
export function faultsOf(seed: number, count: number, nightSeconds: number): readonly Fault[] {
  const dice = new Dice(seed);
  const between = (least: number, most: number) => dice.whole(least * 1000, most * 1000) / 1000;
  const room = (nightSeconds - FIRST_SECONDS - BEFORE_END.most) / (count - 1);
  if (room < ROOM_SECONDS) throw new Error(`faults: ${count} have no room in ${nightSeconds} s`);
  const faults = Array.from({ length: count - 1 }, (_, index): Fault => {
    const atSeconds = FIRST_SECONDS + index * room + between(0, room - ROOM_SECONDS);
    return { kind: dice.pick(ANYWHERE), atSeconds, seconds: between(0.5, LONGEST_SECONDS) };
  });
  const before = between(BEFORE_END.least, BEFORE_END.most);
  const last = { kind: dice.pick(OVER_THE_END), atSeconds: nightSeconds - before, seconds: before + 3 };
  return [...faults, last];
}
