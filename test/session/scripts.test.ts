import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Item,
  LANGUAGES,
  type Language,
  type Script,
  type SessionDocument,
} from "../../src/session/schema.ts";
import { compileScript } from "../../src/session/script/compile.ts";
import { describeScriptIssue } from "../../src/session/script/issue.ts";
import { NATURAL_PAUSES } from "../../src/session/script/pauses.ts";
import { timelineRange } from "../../src/session/timeline.ts";

const root = join(import.meta.dirname, "../../sounds");
const ids = readdirSync(join(root, "sessions"));
const folders = [...ids.map((id) => join("sessions", id)), "opening"];

function read(folder: string, language: Language): Script {
  const file = join(root, folder, `script.${language}.md`);
  const compiled = compileScript(readFileSync(file, "utf8"), { file });
  if (!compiled.ok) throw new Error(compiled.issues.map(describeScriptIssue).join("\n"));
  return compiled.script;
}

function sentencesOf(script: Script): string[] {
  return script.parts.flatMap(({ items }) => items.flatMap((item) => ("say" in item ? [item.say.text] : [])));
}

const natural: readonly number[] = Object.values(NATURAL_PAUSES);
const isNatural = (item: Item) => "pause" in item && natural.includes(item.pause.seconds);
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));

/** Promises nobody can keep, explanations nobody can check, and words of one region (content rules). */
const NEVER: Record<Language, readonly RegExp[]> = {
  nl: [
    /\bveilig\b(?! genoeg)/i,
    /\b(u|uw|we|wij|ons|onze|men)\b/i,
    /\b(lekker|hoor(?=[.!?…])|gsm|goesting|zetel|simpelweg)\b/i,
    /\b(hersenen|brein|zenuwstelsel|hormonen?|nervus|vagus|trauma|hersengolven)\b/i,
    /\b(piekeren|val(t)? in slaap|je slaapt|je wordt (rustig|slaperig))\b/i,
    /\b(adem (in|uit)|sluit je ogen|ontspan je)\b/i,
  ],
  en: [
    /\bsafe\b(?! enough)/i,
    /\b(we|us|our|let's)\b/i,
    /\b(simply|just)\b/i,
    /\b(brain|nervous|hormones?|vagus|trauma|brainwaves?)\b/i,
    /\b(fall asleep|you'll sleep|you're (relaxed|calm|sleepy))\b/i,
    /\b(breathe (in|out)|close your eyes|relax your)\b/i,
    /\b(do not|does not|is not|it is|that is|you are|there is|I will|cannot)\b/i,
  ],
};
const PERMISSION: Record<Language, RegExp> = { nl: /\bje mag\b/i, en: /\byou're (allowed|free)\b/i };

describe.each(LANGUAGES)("scripts in %s", (language) => {
  it.each(folders)("%s keeps each sentence to twelve words", (folder) => {
    const long = sentencesOf(read(folder, language)).filter((text) => wordsOf(text).length > 12);
    expect(long).toEqual([]);
  });

  it.each(folders)("%s promises, explains and commands nothing", (folder) => {
    const sentences = sentencesOf(read(folder, language));
    for (const never of NEVER[language]) expect(sentences.filter((text) => never.test(text))).toEqual([]);
  });

  it.each(folders)("%s gives permission at most once a part", (folder) => {
    for (const { id, items } of read(folder, language).parts) {
      const given = items.filter((item) => "say" in item && PERMISSION[language].test(item.say.text));
      expect({ id, given: given.length <= 1 }).toEqual({ id, given: true });
    }
  });

  it.each(folders)("%s names every different sentence differently", (folder) => {
    const lines = new Map<string, string>();
    for (const { items } of read(folder, language).parts) {
      for (const item of items) {
        if (!("say" in item)) continue;
        expect(lines.get(item.say.line) ?? item.say.text).toBe(item.say.text);
        lines.set(item.say.line, item.say.text);
      }
    }
  });

  it("offers wind-down in three minutes, grounding in two and orient in three", () => {
    const range = (id: string) => {
      const session: SessionDocument = {
        version: 1,
        id,
        kind: "guided",
        titles: { nl: id, en: id },
        bed: { layers: [{ layer: "rain", gainDb: 0 }] },
        scripts: { [language]: read(join("sessions", id), language) },
        ending: { fadeSeconds: 900 },
      };
      return timelineRange(session, { language, breath: { perMinute: 12 } });
    };
    expect(range("wind-down")?.shortest).toBeLessThanOrEqual(180);
    expect(range("wind-down")).toMatchObject({ usual: 1200 });
    expect(range("grounding")).toMatchObject({ usual: 120 });
    expect(range("orient")).toMatchObject({ usual: 180 });
  });
});

describe("scripts", () => {
  it.each(folders)("%s has the same parts, directives and metadata in every language", (folder) => {
    const outline = (script: Script) => ({
      meta: { ...script.meta, caution: script.meta.caution.length },
      parts: script.parts.map(({ id, optional, items }) => ({
        id,
        optional,
        directives: items.filter((item) => !("say" in item) && !isNatural(item)),
      })),
    });
    const [first, ...others] = LANGUAGES.map((language) => outline(read(folder, language)));
    for (const other of others) expect(other).toEqual(first);
  });

  it("say plainly that no clinician has read them yet", () => {
    for (const folder of folders) {
      for (const language of LANGUAGES) {
        expect(read(folder, language).meta.reviewedBy).toBe("not yet reviewed by a clinician");
      }
    }
  });

  it("have the openings and the part for the dark that a night asks for", () => {
    for (const language of LANGUAGES) {
      const parts = (folder: string) => read(folder, language).parts.map(({ id }) => id);
      expect(parts("opening")).toEqual(["usual", "head", "body", "tired", "put-away", "sample"]);
      expect(parts("sessions/grounding")).toEqual(["dark", "day"]);
    }
  });
});
