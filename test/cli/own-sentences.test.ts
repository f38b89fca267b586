import { expect, it } from "vitest";
import { readContent } from "../../src/cli/content/read-content.ts";
import { ROOT } from "../../src/cli/root.ts";
import { LANGUAGES } from "../../src/session/schema.ts";
import { timeline } from "../../src/session/timeline.ts";
import { NEW_PERSON } from "../../src/store/person.ts";
import { withOwnSentences } from "../../src/ui/care/ownSentences.ts";

/** What the slot says while nothing was filled in. */
const UNFILLED = { nl: "ik doe wat ik kan", en: "I do what I can" };
const OWN = ["Ik mag traag zijn.", "Er is tijd."];

it("the session of soft words that ships says a person's own, after its introduction, in both languages", async () => {
  const content = await readContent(ROOT);
  if (!("sessions" in content)) throw new Error("the content has mistakes; see npm run content");
  const written = content.sessions.find(({ id }) => id === "affirmations");
  if (!written) throw new Error("there is no session of soft words");
  const own = withOwnSentences(written, { ...NEW_PERSON, affirmations: OWN });
  for (const language of LANGUAGES) {
    const linesOf = (session: typeof written) =>
      timeline(session, { language, wantedSeconds: null, breath: null }).cues.flatMap((cue) =>
        cue.kind === "say" ? [cue.text] : [],
      );
    const [before, after] = [linesOf(written), linesOf(own)];
    const slot = UNFILLED[language];
    expect(after.filter((line) => OWN.includes(line))).toEqual(OWN);
    expect(before.some((line) => line.includes(slot))).toBe(true);
    expect(after.some((line) => line.includes(slot))).toBe(false);
    expect(
      after.slice(
        0,
        before.findIndex((line) => line.includes(slot)),
      ),
    ).toEqual(
      before.slice(
        0,
        before.findIndex((line) => line.includes(slot)),
      ),
    );
  }
});
