import { useSignal } from "@preact/signals";
import { type Dose, HOW, type How, unsaid, withDose } from "../../session/person/dose.ts";
import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";
import { useCareWords } from "./useCareWords.ts";

/** How the last session was, in three words that may be left alone; nothing where there is nothing to ask. */
export function HowWasIt({ app }: { readonly app: App }) {
  const words = useCareWords(app);
  const answered = useSignal<Dose | null>(null);
  const { doses } = app.person.value;
  const dose = unsaid(doses, app.deps.now());
  const shown = dose ?? answered.value;
  const title = useLoaded(
    async () => (shown ? ((await app.deps.library.session(shown.session))?.titles ?? null) : null),
    null,
    shown?.session,
  ).value;
  if (!shown || !title || !words || words === "failed") return null;
  const { say } = words;
  const what = title[app.words.value.language];

  function answer(how: How): void {
    if (!dose) return;
    const told = { ...dose, how };
    answered.value = told;
    app.changePerson({ doses: withDose(app.person.value.doses, told) });
  }

  return (
    <div class="how">
      {dose ? (
        <fieldset>
          <legend>{say("how.question", { what })}</legend>
          {HOW.map((how) => (
            <button key={how} type="button" class="quiet" onClick={() => answer(how)}>
              {say(`how.${how}`)}
            </button>
          ))}
        </fieldset>
      ) : (
        <p role="status">{say("how.thanks")}</p>
      )}
    </div>
  );
}
