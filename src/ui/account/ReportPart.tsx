import { useSignal } from "@preact/signals";
import { REPORT_REASONS } from "../../session/shared.ts";
import { Choices } from "../parts/Choices.tsx";
import { Field } from "../parts/Field.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";
import { troubleWords } from "./troubleWords.ts";
import { useTask } from "./useTask.ts";

const NOTE_LENGTH = 500;
const REASON_WORDS = {
  harmful: "report.harmful",
  private: "report.private",
  unlawful: "report.unlawful",
  other: "report.other",
} as const;

/** Tells the operator that something is wrong with what is shared. */
export function ReportPart({ app, account, say, id }: AccountProps & { readonly id: string }) {
  const reason = useSignal(0);
  const note = useSignal("");
  const sent = useSignal(false);
  const task = useTask();
  const trouble = task.trouble.value;
  return (
    <details>
      <summary>{say("report.title")}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const words = note.value.trim();
          const report = {
            reason: REPORT_REASONS[reason.value] ?? "other",
            ...(words === "" ? {} : { note: words }),
          };
          void task.run(
            () => account.sharing.report(id, report),
            () => {
              sent.value = true;
            },
          );
        }}
      >
        {!sent.value && (
          <>
            <Choices
              label={say("report.why")}
              choices={REPORT_REASONS.map((each) => say(REASON_WORDS[each]))}
              chosen={reason.value}
              onSet={(index) => {
                reason.value = index;
              }}
            />
            <Field
              label={say("report.note")}
              value={note.value}
              lines={3}
              maxLength={NOTE_LENGTH}
              onSet={(value) => {
                note.value = value;
              }}
            />
            <button type="submit" class="plain" disabled={task.busy.value}>
              {say("report.do")}
            </button>
          </>
        )}
        <Said
          text={
            sent.value ? say("report.sent") : trouble && troubleWords(trouble, say, app.words.value.locale)
          }
        />
      </form>
    </details>
  );
}
