import { useSignal } from "@preact/signals";
import { OWN_MIX } from "../../session/bed-of-mix.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { Field } from "../parts/Field.tsx";
import { Said } from "../parts/Said.tsx";
import type { AccountProps } from "./AccountSheet.tsx";

const NAME_LENGTH = 60;

/** A mix under a name of the person's own; one that has a name already can be forgotten. */
export function KeepPage({
  app,
  account,
  say,
  session,
}: AccountProps & { readonly session: SessionDocument }) {
  const name = useSignal("");
  const came = useSignal<"mixes.kept" | "mixes.full" | null>(null);
  const isOwn = session.id.startsWith(OWN_MIX);
  return (
    <form
      class="sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = name.value.trim();
        if (wanted === "") return;
        came.value = account.mixes.keep(wanted, session.bed.layers) ? "mixes.kept" : "mixes.full";
        name.value = "";
      }}
    >
      <Said text={came.value && say(came.value)} />
      {came.value !== "mixes.kept" && (
        <>
          <Field
            label={say("mixes.name")}
            value={name.value}
            maxLength={NAME_LENGTH}
            onSet={(value) => {
              name.value = value;
            }}
          />
          <button type="submit" class="solid">
            {say("devices.save")}
          </button>
          {isOwn && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                account.mixes.forget(session.id);
                app.sheets.closeAll();
              }}
            >
              {say("mixes.forget")}
            </button>
          )}
        </>
      )}
    </form>
  );
}
