import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKnown } from "../../../src/cli/script/known.ts";
import { CAUTION_CODES } from "../../../src/session/person/caution.ts";
import { ANSWERS } from "../../../src/session/person/check-in.ts";
import { factsOf, suggestibleOf } from "../../../src/session/person/facts.ts";
import { suggest } from "../../../src/session/person/suggest.ts";
import { LANGUAGES, SESSION_VERSION, type SessionDocument } from "../../../src/session/schema.ts";
import { compileScript } from "../../../src/session/script/compile.ts";
import { MOMENTS } from "../../../src/session/script-meta.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "sounds/sessions");
const known = await readKnown(ROOT);

/** Every session that ships, from its scripts. */
const SHIPPED: readonly SessionDocument[] = readdirSync(FOLDER).map((id) => {
  const compiled = LANGUAGES.map((language) => {
    const file = join(FOLDER, id, `script.${language}.md`);
    const script = compileScript(readFileSync(file, "utf8"), { file, ...known(language) });
    if (!script.ok) throw new Error(`${file} does not compile`);
    return [language, script.script] as const;
  });
  return {
    version: SESSION_VERSION,
    id,
    kind: "guided",
    titles: { nl: id, en: id },
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    scripts: Object.fromEntries(compiled),
    ending: { fadeSeconds: 300 },
  };
});

describe("over every session that ships", () => {
  it("suggests something for every answer, moment and caution, and only what fits", () => {
    for (const language of LANGUAGES) {
      const sessions = SHIPPED.map((session) => suggestibleOf(session, language));
      for (const answer of ANSWERS)
        for (const moment of MOMENTS)
          for (const marked of [[], ...CAUTION_CODES.map((code) => [code]), [...CAUTION_CODES]]) {
            const found = suggest({ answer, moment, windDownBegun: false, marked, sessions });
            expect(found.length).toBeGreaterThan(0);
            for (const each of found) {
              if (each.kind !== "session") continue;
              const session = sessions.find(({ id }) => id === each.id);
              expect(session?.moment).toContain(moment);
              expect(session?.caution.some(({ code }) => marked.includes(code))).toBe(false);
            }
          }
    }
  });

  it("knows every substitute that a caution names", () => {
    for (const session of SHIPPED)
      for (const language of LANGUAGES)
        for (const { instead } of factsOf(session, language).cautions)
          if (instead) expect(SHIPPED.map(({ id }) => id)).toContain(instead);
  });
});

it("a bed has nothing to be careful about, and nothing to ask", () => {
  const bed: SessionDocument = {
    version: SESSION_VERSION,
    id: "rain",
    kind: "bed",
    titles: { nl: "Regen", en: "Rain" },
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    ending: { fadeSeconds: 300 },
  };
  expect(factsOf(bed, "nl")).toMatchObject({
    cautions: [],
    sentences: [],
    choices: [],
    slots: [],
    fork: false,
  });
  expect(suggestibleOf(bed, "nl")).toMatchObject({ kind: "bed", moment: [], need: [] });
});

it("knows what a script says of itself before it starts", () => {
  const source = `---
moment: day
need: upset
caution: heart -> orient; pain; Not with a fever.
author: A
reviewed-by: B
bed: rain-window
usual: 9m
first: 2m
---
[fork]
[choose place: sea|fire]
## A
Say {anchor} softly. {houvast: Something dear} is near.
[repeat 2]
Hold {anchor}.
[end]
`;
  const compiled = compileScript(source, { file: "x", ...known("en") });
  if (!compiled.ok) throw new Error("it compiles");
  const session: SessionDocument = {
    version: SESSION_VERSION,
    id: "trial",
    kind: "guided",
    titles: { nl: "Proef", en: "Trial" },
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    scripts: { en: compiled.script },
    ending: { fadeSeconds: 300 },
  };
  expect(factsOf(session, "nl")).toEqual({
    cautions: [
      { code: "heart", instead: "orient" },
      { code: "pain", instead: null },
    ],
    sentences: ["Not with a fever."],
    choices: [{ id: "place", options: ["sea", "fire"] }],
    slots: ["anchor", "houvast"],
    fork: true,
    firstSeconds: 120,
  });
});
