import { factsOf, scriptIn } from "../../session/person/facts.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { useCareWords } from "../care/useCareWords.ts";
import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** What a script says of itself until a clinician has read it (content brief). */
const UNREVIEWED = "not yet reviewed by a clinician";

/**
 * "Past dit bij mij?": one quiet line, and what it is about for who asks. Where somebody marked what it is about, what can be done
 * instead stands there at once.
 */
export function Caution({ app, session }: { readonly app: App; readonly session: SessionDocument }) {
  const { say, language } = app.words.value;
  const care = useCareWords(app);
  const script = scriptIn(session, language);
  if (!script) return null;
  const { author, reviewedBy } = script.meta;
  const { cautions, sentences } = factsOf(session, language);
  const marked = cautions.filter(({ code }) => app.person.value.cautions.includes(code));
  const words = care && care !== "failed" ? care.say : null;
  const instead = [...new Set((marked.length > 0 ? marked : cautions).flatMap((each) => each.instead ?? []))];
  return (
    <div class="caution">
      {words && marked.length > 0 && (
        <>
          <p>
            {words("suits.marked", { what: marked.map(({ code }) => words(`suits.${code}`)).join(", ") })}
          </p>
          {instead.map((id) => (
            <Rather key={id} app={app} id={id} />
          ))}
        </>
      )}
      <details>
        <summary>{say("caution.question")}</summary>
        <ul>
          {words &&
            cautions.map(({ code }) => (
              <li key={code}>
                {words(`suits.${code}`)}: {words(`does.${code}`)}
              </li>
            ))}
          {sentences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {marked.length === 0 && instead.map((id) => <Rather key={id} app={app} id={id} />)}
        {words && (
          <button
            type="button"
            class="quiet"
            onClick={() => app.sheets.push({ kind: "care", page: "suits" })}
          >
            {words("suits.title")}
          </button>
        )}
        <p class="aside">
          {say("caution.written", { author })}{" "}
          {reviewedBy === UNREVIEWED ? say("caution.unreviewed") : say("caution.reviewed", { reviewedBy })}
        </p>
      </details>
    </div>
  );
}

/** What can be done in its place. */
function Rather({ app, id }: { readonly app: App; readonly id: string }) {
  const care = useCareWords(app);
  const session = useLoaded(() => app.deps.library.session(id), null, id).value;
  if (!session || !care || care === "failed") return null;
  return (
    <button type="button" class="plain" onClick={() => app.sheets.push({ kind: "preview", session })}>
      {care.say("suits.rather", { what: session.titles[app.words.value.language] })}
    </button>
  );
}
