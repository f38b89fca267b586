import { expect, it } from "vitest";
import { mergePerson } from "../../../src/session/person/merge-person.ts";
import { NEW_PERSON } from "../../../src/store/person.ts";

const HERE = {
  ...NEW_PERSON,
  cautions: ["pain"],
  never: ["crickets"],
  slots: { anchor: "steen" },
  affirmations: ["Traag mag."],
  doses: [{ session: "pmr", atMs: 2, seconds: 300, how: "good" }],
  checkIns: [{ atMs: 4, answer: "head" }],
} as const;
const THERE = {
  ...NEW_PERSON,
  cautions: ["tinnitus", "pain"],
  slots: { anchor: "zand", place: "duinen" },
  affirmations: ["Traag mag.", "Genoeg."],
  doses: [
    { session: "pmr", atMs: 3, seconds: 60, how: null },
    { session: "pmr", atMs: 2, seconds: 100, how: null },
  ],
  checkIns: [
    { atMs: 9, answer: "tired" },
    { atMs: 4, answer: "body" },
  ],
} as const;

it("brings both together, and where both have one thing, what is here counts", () => {
  expect(mergePerson(HERE, THERE)).toEqual({
    cautions: ["pain", "tinnitus"],
    never: ["crickets"],
    slots: { anchor: "steen", place: "duinen" },
    choices: {},
    affirmations: ["Traag mag.", "Genoeg."],
    doses: [
      { session: "pmr", atMs: 3, seconds: 60, how: null },
      { session: "pmr", atMs: 2, seconds: 300, how: "good" },
    ],
    checkIns: [
      { atMs: 9, answer: "tired" },
      { atMs: 4, answer: "head" },
    ],
  });
});

it("changes nothing when the same comes again", () => {
  const once = mergePerson(HERE, THERE);
  expect(mergePerson(once, THERE)).toEqual(once);
  expect(mergePerson(HERE, NEW_PERSON)).toEqual(HERE);
});
