import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cue, PulseCue, SayCue } from "../../src/session/cue.ts";
import type { Item } from "../../src/session/item.ts";
import type { Part, Script, SessionDocument } from "../../src/session/schema.ts";
import { type TimelineWish, timeline, timelineRange } from "../../src/session/timeline.ts";

const say = (text: string): Item => ({ say: { line: text.toLowerCase(), text } });
const pause = (seconds: number): Item => ({ pause: { seconds } });
const part = (id: string, items: Item[], rest: Partial<Part> = {}): Part => ({
  id,
  title: id,
  optional: false,
  items,
  ...rest,
});
const lines = (...texts: string[]) => texts.map((text) => ({ line: text.toLowerCase(), text }));

function session(parts: Part[], rest: Partial<Script> = {}): SessionDocument {
  const meta = { need: ["tired"], caution: [], author: "A", reviewedBy: "B", usualSeconds: 600 };
  return {
    version: 2,
    id: "trial",
    kind: "guided",
    titles: { nl: "Proef", en: "Trial" },
    bed: { layers: [{ layer: "ocean", gainDb: 0 }] },
    scripts: { en: { meta: { moment: ["evening"], ...meta }, parts, ...rest } },
    ending: { fadeSeconds: 900 },
  };
}

const plain: TimelineWish = {
  language: "en",
  wantedSeconds: null,
  lineSeconds: () => 0.5,
  breath: null,
};
const says = (cues: readonly Cue[]) => cues.filter((cue): cue is SayCue => cue.kind === "say");
const pulses = (cues: readonly Cue[]) => cues.filter((cue): cue is PulseCue => cue.kind === "pulse");
/** Of many lengths, the ones at both ends too. */
const LENGTHS = [0, 60, 120, 300, 600, 100_000];

describe("counting", () => {
  const counted = session([
    part("a", [
      say("Now."),
      pause(10),
      { count: { lines: lines("One.", "Two.", "Three."), everySeconds: 2 } },
      say("Done."),
      pause(60),
    ]),
  ]);

  it.each(LENGTHS)("takes exactly its time when %i seconds are wanted", (wantedSeconds) => {
    const [, one, two, three, done] = says(timeline(counted, { ...plain, wantedSeconds }).cues);
    for (const [cue, offset] of [
      [one, 0],
      [two, 2],
      [three, 4],
      [done, 6],
    ] as const) {
      expect((cue?.atSeconds ?? 0) - (one?.atSeconds ?? 0)).toBeCloseTo(offset, 9);
    }
  });

  it("gives a number that is spoken slowly the time it takes, and all the same", () => {
    const lineSeconds = (line: string) => (line === "two." ? 3 : 0.5);
    const [, one, two, three, done] = says(timeline(counted, { ...plain, lineSeconds }).cues);
    const times = [one, two, three, done].map((cue) => (cue?.atSeconds ?? 0) - (one?.atSeconds ?? 0));
    expect(times).toEqual([0, 3, 6, 9].map((seconds) => expect.closeTo(seconds, 9)));
  });

  it("keeps its time where nothing is recorded and a number is only read", () => {
    const fast = session([
      part("a", [{ count: { lines: lines("One.", "Two."), everySeconds: 1 } }, say("Done.")]),
    ]);
    const { cues } = timeline(fast, { ...plain, lineSeconds: () => Number.NaN });
    const [one, two, done] = says(cues);
    expect([one?.seconds, two?.atSeconds, done?.atSeconds]).toEqual([1, 11, 12]);
  });
});

describe("a word shuffle", () => {
  const twelve = lines(..."apple boat chair door egg field gate hill inn jar kite lamp".split(" "));
  const shuffle = (everySeconds = 7, forSeconds = 600) =>
    session([part("a", [{ words: { lines: twelve, everySeconds, forSeconds } }, say("Done."), pause(5)])]);
  const order = (seed: number, wantedSeconds: number | null = null) =>
    says(timeline(shuffle(), { ...plain, seed, wantedSeconds }).cues)
      .map(({ text }) => text)
      .slice(0, -1);

  it("says none twice until all were said, and none twice in a row, for any seed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const said = order(seed);
        for (let round = 0; (round + 1) * 12 <= said.length; round++) {
          expect(new Set(said.slice(round * 12, round * 12 + 12)).size).toBe(12);
        }
        expect(said.length).toBeGreaterThan(60);
        for (const [index, word] of said.entries()) expect(word).not.toBe(said[index + 1]);
      }),
      { numRuns: 100 },
    );
  });

  it("has an order of its own each night, and the same again for the same night", () => {
    const orders = Array.from({ length: 200 }, (_, seed) => order(seed).join(" "));
    expect(new Set(orders).size).toBe(200);
    expect(order(7)).toEqual(order(7));
    const firsts = new Set(orders.map((each) => each.split(" ")[0]));
    expect(firsts.size).toBe(12);
  });

  it("leaves six to nine seconds from word to word, whatever is asked", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: 6, max: 9, noNaN: true }),
        fc.constantFrom(...LENGTHS),
        (seed, everySeconds, wantedSeconds) => {
          const { cues } = timeline(shuffle(everySeconds), { ...plain, seed, wantedSeconds });
          const at = says(cues)
            .slice(0, -1)
            .map(({ atSeconds }) => atSeconds);
          for (const [index, seconds] of at.slice(1).entries()) {
            const between = seconds - (at[index] ?? 0);
            expect(between).toBeGreaterThanOrEqual(6 - 1e-9);
            expect(between).toBeLessThanOrEqual(9 + 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("goes on longer where more time is wanted", () => {
    expect(order(3, 1200).length).toBeGreaterThan(order(3, 400).length * 2);
    expect(order(3, 1200).slice(0, 40)).toEqual(order(3, 400).slice(0, 40));
  });

  it("lets a slow narrator finish each word", () => {
    const { cues } = timeline(shuffle(), { ...plain, lineSeconds: () => 8 });
    const all = says(cues);
    for (const [index, cue] of all.slice(1).entries()) {
      const before = all[index];
      expect(cue.atSeconds).toBeGreaterThanOrEqual((before?.atSeconds ?? 0) + 8 - 1e-9);
    }
  });
});

describe("a pulse", () => {
  const pulse: Item = { pulse: { fromPerMinute: 110, toPerMinute: 60, overSeconds: 180 } };
  const beating = session([
    part("a", [say("Stamp."), pulse, pause(100), say("Go on."), pause(100)]),
    part("b", [say("Rest."), pause(60)]),
  ]);

  it.each(LENGTHS)("ends with its part, as a steady heart, when %i seconds are wanted", (wantedSeconds) => {
    const { cues, parts } = timeline(beating, { ...plain, wantedSeconds });
    const [heart, ...others] = pulses(cues);
    expect(others).toEqual([]);
    if (!heart) throw new Error("the pulse is there");
    const [first] = parts;
    expect(heart.atSeconds + heart.seconds).toBeCloseTo((first?.atSeconds ?? 0) + (first?.seconds ?? 0), 9);
    expect(heart.overSeconds).toBeLessThanOrEqual(0.9 * heart.seconds + 1e-9);
    expect(heart.overSeconds).toBeGreaterThan(0.85 * heart.seconds);
  });

  it("ends where it is turned off, or where another begins", () => {
    const { cues } = timeline(
      session([part("a", [pulse, pause(50), pulse, pause(40), { pulseOff: {} }, pause(30)])]),
      { ...plain, wantedSeconds: 130 },
    );
    expect(pulses(cues).map(({ atSeconds, seconds }) => [atSeconds, seconds])).toEqual([
      [expect.closeTo(10, 6), expect.closeTo(50, 6)],
      [expect.closeTo(60, 6), expect.closeTo(40, 6)],
    ]);
  });

  it("that is given no time is not there", () => {
    expect(timeline(session([part("a", [say("One."), pulse])]), plain).cues.map(({ kind }) => kind)).toEqual([
      "say",
    ]);
  });
});

describe("what a person chose and wrote", () => {
  const placed = session(
    [
      part("sea", [say("Waves."), pause(9)], { when: { choice: "place", option: "sea" } }),
      part("fire", [say("Embers."), pause(14)], { when: { choice: "place", option: "fire" } }),
      part("end", [
        { say: { line: "held", text: "Hold your word.", slotted: "Hold {anchor: your word}." } },
        pause(5),
      ]),
    ],
    { choices: [{ id: "place", options: ["sea", "fire"] }] },
  );
  const played = (wish: Partial<TimelineWish>) =>
    timeline(placed, { ...plain, ...wish }).parts.map(({ id }) => id);

  it("plays the parts of the answer, of the first option where there is none", () => {
    expect(played({ answers: { place: "fire" } })).toEqual(["fire", "end"]);
    expect(played({})).toEqual(["sea", "end"]);
    expect(played({ answers: { place: "moon" } })).toEqual(["sea", "end"]);
    expect(played({ answers: { constructor: "fire" } })).toEqual(["sea", "end"]);
  });

  it("knows how long each answer can be", () => {
    const longest = (place: string) => timelineRange(placed, { ...plain, answers: { place } })?.longest ?? 0;
    expect(longest("sea")).not.toBe(longest("fire"));
  });

  it("says a person's words where there are some, under the line that was recorded", () => {
    const last = (slots: Record<string, string>) => says(timeline(placed, { ...plain, slots }).cues).at(-1);
    expect(last({})).toMatchObject({ line: "held", text: "Hold your word." });
    expect(last({ anchor: "  lake " })).toMatchObject({ line: "held", text: "Hold lake." });
    expect(last({ anchor: " " })).toMatchObject({ text: "Hold your word." });
  });
});

describe("a scene", () => {
  it("carries its parameters", () => {
    const scene = { layer: "rain", gainDb: -3, overSeconds: 30, params: { intensity: 0.4 } };
    const { cues } = timeline(session([part("a", [{ scene }, say("One."), pause(5)])]), plain);
    expect(cues[0]).toEqual({
      kind: "scene",
      layer: "rain",
      gainDb: -3,
      params: { intensity: 0.4 },
      atSeconds: 10,
      seconds: 30,
    });
  });
});
