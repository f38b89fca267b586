import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUTION_CODES } from "../../../src/session/person/caution.ts";
import { ANSWERS, answersAt, momentOf } from "../../../src/session/person/check-in.ts";
import {
  REFLECTIVE,
  type Suggestible,
  type SuggestionAsk,
  suggest,
} from "../../../src/session/person/suggest.ts";
import { MOMENTS } from "../../../src/session/script-meta.ts";

const guided = (id: string, about: Partial<Suggestible> = {}): Suggestible => ({
  id,
  kind: "guided",
  moment: MOMENTS,
  need: [],
  caution: [],
  fork: false,
  ...about,
});
const bed = (id: string): Suggestible => guided(id, { kind: "bed", moment: [] });

/** The brief's sessions as far as its table names them. */
const SESSIONS: readonly Suggestible[] = [
  bed("night-sea"),
  bed("brown-blanket"),
  bed("womb"),
  guided("worry-write", { moment: ["day", "evening"], need: ["head"] }),
  guided("word-shuffle", {
    moment: ["in-bed", "at-three", "evening"],
    need: ["head"],
    caution: [{ code: "psychosis", instead: "orient" }],
  }),
  guided("discharge", {
    need: ["body"],
    caution: [
      { code: "heart", instead: "pmr" },
      { code: "pregnancy", instead: "gentle-stretch" },
    ],
  }),
  guided("pmr", { need: ["body"], caution: [{ code: "pain", instead: "body-scan" }] }),
  guided("body-scan", { need: ["body"], caution: [{ code: "dissociation", instead: "orient" }] }),
  guided("gentle-stretch", { moment: ["evening"], need: ["body"] }),
  guided("orient", { need: ["upset"] }),
  guided("breath-4-6", { need: ["tight"] }),
  guided("boundaries", { moment: ["day", "evening"], need: ["upset"], fork: true }),
  guided("reflection", { moment: ["day", "evening"], need: ["upset"], fork: true }),
  guided("letter", { moment: ["day", "evening"], need: ["lonely"] }),
  guided("breathe-together", { need: ["lonely"] }),
  guided("after-dream", { moment: ["at-three"], need: ["dream"] }),
  guided("no-need-to-sleep", { moment: ["in-bed", "at-three"], need: ["pressure"] }),
];

const ask = (about: Partial<SuggestionAsk>): SuggestionAsk => ({
  answer: "head",
  moment: "evening",
  windDownBegun: false,
  marked: [],
  sessions: SESSIONS,
  ...about,
});
const ids = (about: Partial<SuggestionAsk>) =>
  suggest(ask(about)).flatMap((each) => (each.kind === "session" ? [each.id] : []));

describe("the check-in's table", () => {
  it("puts paper before words in the evening, and words alone in bed", () => {
    expect(ids({ answer: "head" })).toEqual(["worry-write", "word-shuffle"]);
    expect(ids({ answer: "head", moment: "in-bed" })).toEqual(["word-shuffle"]);
  });

  it("lets off steam before the muscles, with one line about the dentist", () => {
    expect(ids({ answer: "body" }).slice(0, 2)).toEqual(["discharge", "pmr"]);
    expect(suggest(ask({ answer: "body" })).at(-1)).toEqual({ kind: "line", line: "dentist" });
  });

  it("asks first about a heart that is new, fast or painful", () => {
    expect(suggest(ask({ answer: "tight" }))).toEqual([
      { kind: "fork", question: "heart" },
      { kind: "session", id: "night-sea", insteadOf: null },
      { kind: "session", id: "breath-4-6", insteadOf: null },
    ]);
  });

  it("gives who hears everything a sound without a voice, and who cannot bear silence the sea", () => {
    expect(ids({ answer: "alert" })).toEqual(["brown-blanket"]);
    expect(ids({ answer: "restless" })).toEqual(["night-sea"]);
  });

  it("asks about danger after a conflict, and keeps boundaries for the day", () => {
    expect(suggest(ask({ answer: "upset", moment: "day" })).slice(0, 3)).toEqual([
      { kind: "fork", question: "danger" },
      { kind: "session", id: "orient", insteadOf: null },
      { kind: "session", id: "boundaries", insteadOf: null },
    ]);
    expect(ids({ answer: "upset" })).toEqual(["orient"]);
    expect(ids({ answer: "upset", moment: "day", windDownBegun: true })).toEqual(["orient"]);
  });

  it("has no exercise for who wakes up tired, only the doctor's line", () => {
    expect(suggest(ask({ answer: "sleepy" }))).toEqual([{ kind: "line", line: "doctor" }]);
  });

  it("keeps who is just tired to the usual evening", () => {
    expect(suggest(ask({ answer: "tired", moment: "in-bed" }))).toEqual([{ kind: "usual" }]);
  });
});

describe("a caution that is marked", () => {
  it("brings the substitute, and says in whose place", () => {
    expect(suggest(ask({ moment: "in-bed", marked: ["psychosis"] }))).toEqual([
      { kind: "session", id: "orient", insteadOf: "word-shuffle" },
    ]);
  });

  it("goes on to a substitute's own substitute", () => {
    expect(ids({ answer: "body", marked: ["heart", "pain"], moment: "in-bed" })[0]).toBe("body-scan");
    expect(ids({ answer: "body", marked: ["heart", "pain", "dissociation"], moment: "in-bed" })[0]).toBe(
      "orient",
    );
  });

  it("leaves the usual evening where nothing fits any more", () => {
    const sessions = [guided("word-shuffle", { caution: [{ code: "psychosis", instead: null }] })];
    expect(suggest(ask({ moment: "in-bed", marked: ["psychosis"], sessions }))).toEqual([{ kind: "usual" }]);
  });

  it("ends where substitutes point at one another", () => {
    const sessions = [
      guided("word-shuffle", { caution: [{ code: "psychosis", instead: "orient" }] }),
      guided("orient", { caution: [{ code: "psychosis", instead: "word-shuffle" }] }),
    ];
    expect(suggest(ask({ marked: ["psychosis"], sessions }))).toEqual([{ kind: "usual" }]);
  });
});

const code = fc.constantFrom(...CAUTION_CODES);
const id = fc.constantFrom(...SESSIONS.map(({ id }) => id), "reflection", "hum");
const anySession: fc.Arbitrary<Suggestible> = fc.record({
  id,
  kind: fc.constantFrom("bed", "guided"),
  moment: fc.subarray([...MOMENTS]),
  need: fc.subarray<string>([...ANSWERS]),
  caution: fc.array(fc.record({ code, instead: fc.option(id) }), { maxLength: 3 }),
  fork: fc.boolean(),
});
const anyAsk: fc.Arbitrary<SuggestionAsk> = fc.record({
  answer: fc.constantFrom(...ANSWERS),
  moment: fc.constantFrom(...MOMENTS),
  windDownBegun: fc.boolean(),
  marked: fc.subarray([...CAUTION_CODES]),
  sessions: fc.oneof(
    fc.constant(SESSIONS),
    fc.uniqueArray(anySession, { selector: (session) => session.id, maxLength: 12 }),
  ),
});

describe("whatever is asked, over any sessions", () => {
  it("suggests only what is there, fits the moment and has no marked caution", () => {
    fc.assert(
      fc.property(anyAsk, (asked) => {
        const found = suggest(asked);
        expect(found.length).toBeGreaterThan(0);
        for (const each of found) {
          if (each.kind !== "session") continue;
          const session = asked.sessions.find(({ id }) => id === each.id);
          expect(session).toBeDefined();
          if (session?.kind === "guided") expect(session.moment).toContain(asked.moment);
          expect(session?.caution.filter(({ code }) => asked.marked.includes(code))).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("has nothing reflective but by day, before the evening has begun", () => {
    fc.assert(
      fc.property(anyAsk, (asked) => {
        fc.pre(asked.moment !== "day" || asked.windDownBegun);
        const found = suggest(asked).flatMap((each) => (each.kind === "session" ? [each.id] : []));
        expect(found.filter((each) => REFLECTIVE.includes(each))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("asks about danger before anything that needs it, once, and names no session twice", () => {
    fc.assert(
      fc.property(anyAsk, (asked) => {
        const found = suggest(asked);
        const forks = found.flatMap((each, index) => (each.kind === "fork" ? [index] : []));
        const needing = found.findIndex(
          (each) =>
            each.kind === "session" &&
            asked.sessions.some((session) => session.id === each.id && session.fork),
        );
        expect(forks.length).toBeLessThanOrEqual(1);
        if (needing >= 0) expect(forks[0]).toBeLessThan(needing);
        const named = found.flatMap((each) => (each.kind === "session" ? [each.id] : []));
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 2000 },
    );
  });
});

it("in bed there are three words, else the whole list", () => {
  expect(answersAt("in-bed")).toEqual(["head", "body", "tired"]);
  for (const moment of ["day", "evening", "at-three"] as const) expect(answersAt(moment)).toEqual(ANSWERS);
});

it("every hour is one moment: day from five, evening from six, the small hours from one", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => momentOf(hour));
  expect(hours.indexOf("at-three")).toBe(1);
  expect(hours.indexOf("day")).toBe(5);
  expect(hours.lastIndexOf("day")).toBe(17);
  expect([hours[18], hours[23], hours[0]]).toEqual(["evening", "evening", "evening"]);
});
