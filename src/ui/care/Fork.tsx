import type { CareProps } from "./CareSheet.tsx";

/** The question before anything that a danger comes before: yes leads to help, no goes on. */
export function Fork({
  app,
  say,
  question,
  onNo,
}: CareProps & { readonly question: "danger" | "heart"; onNo(): void }) {
  return (
    <fieldset class="fork">
      <legend>{say(`check.fork-${question}`)}</legend>
      <button type="button" class="plain" onClick={() => app.sheets.push({ kind: "care", page: "help" })}>
        {say("check.yes")}
      </button>
      <button type="button" class="plain" onClick={onNo}>
        {say("check.no")}
      </button>
    </fieldset>
  );
}
