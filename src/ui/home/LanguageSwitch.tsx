import type { App } from "../model/app.ts";

/** The languages there are, each by its own name; the one that is on is marked. */
export function LanguageSwitch({ app }: { readonly app: App }) {
  const { say, language } = app.words.value;
  return (
    <fieldset class="languages">
      <legend class="unseen">{say("language.label")}</legend>
      {app.deps.languages.map((each) => (
        <button
          key={each}
          type="button"
          class="quiet"
          lang={each}
          aria-pressed={each === language}
          onClick={() => void app.speak(each)}
        >
          {nameOf(each)}
        </button>
      ))}
    </fieldset>
  );
}

/** A language's own name for itself: "Nederlands", "English". */
function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
}
