import { useSignal } from "@preact/signals";
import { Field } from "../parts/Field.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

const NAME_LENGTH = 60;
/** `<profileId>.<secret>`, as a recovery sheet has it. */
const KEY = /^[0-9a-f]{64}\.[A-Za-z0-9_-]{43}$/;

/** Becoming a device of somebody who has one already: by their code or their recovery sheet, and never without a yes. */
export function JoinPage({
  app,
  account,
  say,
  by,
  given,
}: AccountProps & { readonly by: "code" | "recovery"; readonly given: string }) {
  const { connection } = account;
  const written = useSignal(given);
  const name = useSignal(account.deviceName);
  const keyWrong = useSignal(false);
  const done = useSignal(false);
  const task = useTask();

  function join(): void {
    // Spaces and lines, as they stand on paper.
    const bare = written.value.replace(/\s/g, "");
    keyWrong.value = by === "recovery" && !KEY.test(bare);
    if (bare === "" || keyWrong.value) return;
    const wanted = name.value.trim() || account.deviceName;
    void task.run(
      () => (by === "code" ? connection.join(bare, wanted) : connection.recover(bare, wanted)),
      () => {
        done.value = true;
      },
    );
  }

  const trouble = task.trouble.value;
  const said = done.value
    ? say("join.done")
    : keyWrong.value
      ? say("join.keyWrong")
      : trouble && troubleWords(trouble, say, app.words.value.locale);
  if (connection.key !== null && !done.value) {
    return (
      <div class="sheet-body">
        <h3>{say("join.title")}</h3>
        <p>{say("join.already")}</p>
      </div>
    );
  }
  return (
    <form
      class="sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        join();
      }}
    >
      <h3>{say("join.title")}</h3>
      <Said text={said} />
      {!done.value && (
        <>
          <p>{say("join.ask")}</p>
          <Field
            label={say(by === "code" ? "join.code" : "join.key")}
            value={written.value}
            lines={by === "code" ? 1 : 4}
            maxLength={by === "code" ? 40 : 300}
            code
            onSet={(value) => {
              written.value = value;
            }}
          />
          <Field
            label={say("devices.name")}
            value={name.value}
            maxLength={NAME_LENGTH}
            onSet={(value) => {
              name.value = value;
            }}
          />
          <button type="submit" class="solid" disabled={task.busy.value}>
            {say("join.do")}
          </button>
        </>
      )}
    </form>
  );
}
