import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkFiles } from "../../src/cli/script/check-files.ts";
import { readKnown } from "../../src/cli/script/known.ts";
import { LANGUAGES, type Language, type Script, type SessionDocument } from "../../src/session/schema.ts";
import { describeFinding } from "../../src/session/script/checks/check-script.ts";
import { compileScript } from "../../src/session/script/compile.ts";
import { describeScriptIssue } from "../../src/session/script/issue.ts";
import type { Known } from "../../src/session/script/known.ts";
import { timeline, timelineRange } from "../../src/session/timeline.ts";

const project = join(import.meta.dirname, "../..");
const root = join(project, "sounds");
const ids = readdirSync(join(root, "sessions"));
const folders = [...ids.map((id) => join("sessions", id)), "opening"];

let known: (language: Language) => Known;
beforeAll(async () => {
  known = await readKnown(project);
});

function read(folder: string, language: Language): Script {
  const file = join(root, folder, `script.${language}.md`);
  const compiled = compileScript(readFileSync(file, "utf8"), { file, ...known(language) });
  if (!compiled.ok) throw new Error(compiled.issues.map(describeScriptIssue).join("\n"));
  return compiled.script;
}

function sessionOf(id: string, language: Language): SessionDocument {
  return {
    version: 2,
    id,
    kind: "guided",
    titles: { nl: id, en: id },
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    scripts: { [language]: read(join("sessions", id), language) },
    ending: { fadeSeconds: 900 },
  };
}

const range = (id: string, language: Language) =>
  timelineRange(sessionOf(id, language), { language, breath: { perMinute: 12 } });

describe("scripts", () => {
  it("keep every rule for writers, without an error or a warning (npm run script -- check)", async () => {
    const { findings, files } = await checkFiles(project, []);
    expect(findings.map(describeFinding)).toEqual([]);
    expect(files).toBe(folders.length * LANGUAGES.length);
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

describe.each(LANGUAGES)("sessions in %s", (language) => {
  it("offer wind-down in three minutes, grounding in two and orient in three", () => {
    expect(range("wind-down", language)?.shortest).toBeLessThanOrEqual(180);
    expect(range("wind-down", language)).toMatchObject({ usual: 1200 });
    expect(range("grounding", language)).toMatchObject({ usual: 120 });
    expect(range("orient", language)).toMatchObject({ usual: 180 });
  });

  it.each(ids)(
    "%s can be three times its shortest, and is as long as asked at every length between",
    (id) => {
      const lengths = range(id, language);
      if (!lengths) throw new Error("a session has a range");
      const { shortest, longest } = lengths;
      expect(longest).toBeGreaterThanOrEqual(3 * shortest);
      for (const wantedSeconds of [shortest, (2 * shortest + longest) / 3, 2 * shortest, 3 * shortest]) {
        const laid = timeline(sessionOf(id, language), {
          language,
          breath: { perMinute: 12 },
          wantedSeconds,
        });
        expect(Math.abs(laid.seconds - wantedSeconds)).toBeLessThan(1);
      }
    },
  );
});
