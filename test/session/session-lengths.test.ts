import { describe, expect, it } from "vitest";
import { readContent } from "../../src/cli/content/read-content.ts";
import { ROOT } from "../../src/cli/root.ts";
import type { Cue } from "../../src/session/cue.ts";
import { LANGUAGES, type Script, type SessionDocument } from "../../src/session/schema.ts";
import { type TimelineSetting, timeline, timelineRange } from "../../src/session/timeline.ts";

const content = await readContent(ROOT);
if (!("sessions" in content)) throw new Error("the content has mistakes; see npm run content");
const guided = content.sessions.filter(({ kind }) => kind === "guided");
const { packs } = content.narration;

/** Every way in which a script's questions can be answered. */
function allAnswers({ choices = [] }: Script): readonly Readonly<Record<string, string>>[] {
  return choices.reduce<Readonly<Record<string, string>>[]>(
    (answers, { id, options }) =>
      answers.flatMap((answered) => options.map((option) => ({ ...answered, [id]: option }))),
    [{}],
  );
}

/** Cues that sound one at a time; a scene and a pulse go on beside words. */
function soundsAlone({ kind }: Cue): boolean {
  return kind !== "scene" && kind !== "pulse";
}

function expectWhole(session: SessionDocument, setting: TimelineSetting, wantedSeconds: number): void {
  const { seconds, cues } = timeline(session, { ...setting, wantedSeconds });
  expect(Math.abs(seconds - wantedSeconds)).toBeLessThan(1);
  let before = 0;
  let soundingUntil = 0;
  for (const cue of cues) {
    expect(cue.atSeconds).toBeGreaterThanOrEqual(before);
    before = cue.atSeconds;
    if (!soundsAlone(cue)) continue;
    expect(cue.atSeconds).toBeGreaterThanOrEqual(soundingUntil - 1e-6);
    soundingUntil = cue.atSeconds + cue.seconds;
  }
  expect(soundingUntil).toBeLessThanOrEqual(seconds + 1e-6);
}

describe.each(guided.map((session) => [session.id, session] as const))("%s", (id, session) => {
  it.each(LANGUAGES)(
    "in %s keeps its sentences whole and apart at shortest, usual and longest",
    (language) => {
      const script = session.scripts?.[language];
      if (!script) throw new Error(`${id} has no script in ${language}`);
      for (const pack of packs.filter((each) => each.language === language)) {
        for (const answers of allAnswers(script)) {
          const setting = {
            language,
            answers,
            breath: { perMinute: 12 },
            lineSeconds: (line: string) => pack.lines[`${id}/${line}`]?.seconds ?? Number.NaN,
          };
          const range = timelineRange(session, setting);
          if (!range) throw new Error(`${id} has no length`);
          const { shortest, usual, longest } = range;
          expect(usual).toBe(script.meta.usualSeconds);
          for (const seconds of [shortest, usual, longest]) expectWhole(session, setting, seconds);
        }
      }
    },
  );

  it("can be three times as long as its shortest", () => {
    for (const language of LANGUAGES) {
      const range = timelineRange(session, { language, breath: { perMinute: 12 } });
      expect((range?.longest ?? 0) / (range?.shortest ?? 1)).toBeGreaterThanOrEqual(2.9);
    }
  });
});
