import { useSignal } from "@preact/signals";
import { Field } from "../parts/Field.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

/** Everything gone, here and on the service: asked for by a word, so that no slip of a thumb does it. */
export function ErasePage({ app, account, say }: AccountProps) {
  const written = useSignal("");
  const task = useTask();
  const word = say("erase.word");
  const sure = written.value.trim().toLowerCase() === word;
  const trouble = task.trouble.value;
  return (
    <form
      class="sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (sure) void task.run(() => account.eraseAll());
      }}
    >
      <h3>{say("erase.title")}</h3>
      <p>{say("erase.what")}</p>
      <p>{say("erase.final")}</p>
      {account.connection.state.value === "refused" && <p>{say("erase.onlyHere")}</p>}
      <Field
        label={say("erase.type", { word })}
        value={written.value}
        maxLength={20}
        onSet={(value) => {
          written.value = value;
        }}
      />
      <Said text={trouble && troubleWords(trouble, say, app.words.value.locale)} />
      <button type="submit" class="plain" disabled={!sure || task.busy.value}>
        {say("erase.do")}
      </button>
    </form>
  );
}
