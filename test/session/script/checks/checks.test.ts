import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/session/language.ts";
import { checkScript, describeFinding } from "../../../../src/session/script/checks/check-script.ts";
import { CHECKS } from "../../../../src/session/script/checks/checks.ts";
import { lineId } from "../../../../src/session/script/line-id.ts";
import { FIXTURES, type Fixture } from "./fixtures.ts";

const FRONT = [
  "moment: evening",
  "need: tired",
  "caution: A quiet line.",
  "author: A",
  "reviewed-by: B",
  "bed: night-sea",
  "usual: 9m",
];

function scriptOf(front: readonly string[] = [], body: string): string {
  const keys = front.map((line) => line.slice(0, line.indexOf(":") + 1));
  const kept = FRONT.filter((line) => !keys.some((key) => line.startsWith(key)));
  return ["---", ...kept, ...front, "---", body].join("\n");
}

/** Takes the mark out of a text. @returns where it stood, line and column from 1; null where there is none */
function unmarked(text: string) {
  const at = text.indexOf("¦");
  const before = text.slice(0, at).split("\n");
  const place = at === -1 ? null : { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  return { source: text.replace("¦", ""), place };
}

const check = (source: string, language: Language) =>
  checkScript(source, { file: `script.${language}.md`, language }).findings;

const cases = CHECKS.flatMap(({ rule, severity }) =>
  LANGUAGES.map((language) => ({ rule, severity, language, fixture: FIXTURES[rule]?.[language] as Fixture })),
);

describe("every rule for writers", () => {
  it("has a script that breaks it in every language", () => {
    expect(Object.keys(FIXTURES).toSorted()).toEqual(CHECKS.map(({ rule }) => rule).toSorted());
  });

  it.each(cases)(
    "$rule finds what is wrong in $language, and nothing else",
    ({ rule, severity, language, fixture }) => {
      const { source, place } = unmarked(scriptOf(fixture.front, fixture.bad));
      const findings = check(source, language);
      expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, severity]]);
      if (place) expect(findings[0]).toMatchObject(place);
      expect(findings[0]?.message).toMatch(/\p{L}{3}.*\.”?$/u);
    },
  );

  it.each(cases)("$rule is content with the mended script in $language", ({ language, fixture }) => {
    const { source } = unmarked(scriptOf(fixture.goodFront ?? fixture.front, fixture.good));
    expect(check(source, language).map(describeFinding)).toEqual([]);
  });
});

describe("checkScript", () => {
  it("answers any text, and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.boolean(),
        fc.constantFrom(...LANGUAGES),
        (text, whole, language) => {
          const source = whole ? scriptOf([], `## A\n${text.replaceAll(/[[\]{}#]/g, " ")}.`) : text;
          for (const { line, column } of check(source, language)) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(column).toBeGreaterThanOrEqual(1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("says first what does not compile, and that alone", () => {
    expect(
      check(scriptOf([], "## A\n[paus 4s]\nYou're safe."), "en").map(({ rule, severity }) => [
        rule,
        severity,
      ]),
    ).toEqual([["directive-unknown", "error"]]);
    const missing = ["---", ...FRONT.slice(1), "---", "## A", "It's late."].join("\n");
    expect(check(missing, "en")).toEqual([
      expect.objectContaining({
        rule: "front-matter-absent",
        message: "Add the line “moment: evening; in-bed”.",
      }),
    ]);
  });

  it("asks neither caution nor beginning of the opening, which is no session", () => {
    const source = scriptOf(["caution:"], "## A\nLeg je telefoon maar weg.");
    const rules = (isOpening: boolean) =>
      checkScript(source, { file: "x", language: "nl", isOpening }).findings.map(({ rule }) => rule);
    expect(rules(true)).toEqual([]);
    expect(rules(false)).toEqual(["caution", "acknowledgement"]);
  });

  it("judges the pace by recordings where there are any", () => {
    const sentences = ["Het is laat en de straat is leeg.", "De kamer is donker en warm genoeg."];
    const source = scriptOf([], `## A\n${sentences.join(" ")}`);
    const seconds = (each: number) => (line: string) =>
      sentences.some((text) => lineId(text) === line) ? each : undefined;
    const rules = (...each: number[]) =>
      checkScript(source, {
        file: "x",
        language: "nl",
        packs: each.map((value, index) => ({ name: `Narrator ${index}`, seconds: seconds(value) })),
      }).findings.map(({ rule, message }) => `${rule} ${message}`);
    expect(rules()).toEqual([]);
    expect(rules(4)).toEqual([]);
    expect(rules(4, 2)).toEqual([
      expect.stringContaining("pace From here on 155 words a minute are said (Narrator 1)"),
    ]);
  });

  it("describes a finding so that an editor makes a link of it", () => {
    const [finding] = check(scriptOf([], "## A\nYou're safe."), "en");
    expect(finding && describeFinding(finding)).toMatch(
      /^script\.en\.md:11:1 error safe-claim “safe” is said here\. Nobody here knows that\./,
    );
  });
});
