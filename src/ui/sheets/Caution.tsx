import type { Words } from "../../i18n/words.ts";
import type { SessionDocument } from "../../session/schema.ts";

/** What a script says of itself until a clinician has read it (content brief). */
const UNREVIEWED = "not yet reviewed by a clinician";

/** "Past dit bij mij?": one quiet line, and what it is about for who asks. */
export function Caution({ session, words }: { readonly session: SessionDocument; readonly words: Words }) {
  const { say, language } = words;
  const script = session.scripts?.[language] ?? Object.values(session.scripts ?? {})[0];
  if (!script) return null;
  const { caution, author, reviewedBy } = script.meta;
  return (
    <details class="caution">
      <summary>{say("caution.question")}</summary>
      <ul>{caution.flatMap((each) => ("text" in each ? [<li key={each.text}>{each.text}</li>] : []))}</ul>
      <p class="aside">
        {say("caution.written", { author })}{" "}
        {reviewedBy === UNREVIEWED ? say("caution.unreviewed") : say("caution.reviewed", { reviewedBy })}
      </p>
    </details>
  );
}
