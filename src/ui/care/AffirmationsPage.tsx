import { useSignal } from "@preact/signals";
import { Field } from "../parts/Field.tsx";
import type { CareProps } from "./CareSheet.tsx";

/** The longest sentence, and the most of them (see src/session/person/person.ts). */
const MOST_LETTERS = 120;
const MOST_SENTENCES = 20;

/** Soft words of one's own, heard in the session of that name. */
export function AffirmationsPage({ app, say }: CareProps) {
  const written = useSignal("");
  const { affirmations } = app.person.value;
  const sentence = written.value.trim();
  const full = affirmations.length >= MOST_SENTENCES;

  return (
    <div class="sheet-body">
      <p class="aside">{say("affirm.intro")}</p>
      <ul>
        {affirmations.map((each, index) => (
          <li key={each} class="refused">
            <span>{each}</span>
            <button
              type="button"
              class="quiet"
              aria-label={say("affirm.removeOf", { what: each })}
              onClick={() => app.changePerson({ affirmations: affirmations.filter((_, at) => at !== index) })}
            >
              {say("affirm.remove")}
            </button>
          </li>
        ))}
      </ul>
      {!full && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (sentence === "" || affirmations.includes(sentence)) return;
            app.changePerson({ affirmations: [...affirmations, sentence] });
            written.value = "";
          }}
        >
          <Field
            label={say("affirm.field")}
            hint={say("affirm.hint")}
            value={written.value}
            maxLength={MOST_LETTERS}
            onSet={(value) => {
              written.value = value;
            }}
          />
          <button type="submit" class="plain" disabled={sentence === ""}>
            {say("affirm.add")}
          </button>
        </form>
      )}
      <p class="aside">{say("affirm.heard")}</p>
    </div>
  );
}
