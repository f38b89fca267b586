import { type Signal, useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { Words } from "../../i18n/words.ts";
import type { App } from "../model/app.ts";
import type { Sheet } from "../model/sheets.ts";
import { Dialog } from "./Dialog.tsx";
import { takeSheetWords } from "./takeSheetWords.ts";

type SheetsModule = { readonly SheetBody: ComponentType<{ readonly app: App; readonly sheet: Sheet }> };

/** Loads what is inside the sheets, and their words in the language that is shown: not needed before the first sound. */
function useSheetBody(app: App, wanted: boolean): Signal<SheetsModule | "failed" | null> {
  const body = useSignal<SheetsModule | "failed" | null>(null);
  const words = app.words.value;
  const spoken = useSignal<Words | null>(null);
  useEffect(() => {
    if (!wanted || (spoken.value === words && body.value !== "failed")) return;
    body.value = null;
    Promise.all([import("../sheets/SheetBody.tsx"), takeSheetWords(words)]).then(
      ([module]) => {
        spoken.value = words;
        body.value = module;
      },
      () => {
        body.value = "failed";
      },
    );
  }, [wanted, words]);
  return body;
}

/** Shows the topmost open sheet in a modal dialog. */
export function SheetHost({ app }: { readonly app: App }) {
  const sheet = app.sheets.open.value.at(-1);
  const body = useSheetBody(app, sheet !== undefined);
  if (!sheet) return null;
  const { say } = app.words.value;
  const loaded = body.value;
  return (
    <Dialog app={app} sheet={sheet} key={app.sheets.open.value.length}>
      {loaded === null && <p class="sheet-wait">{say("sheet.loading")}</p>}
      {loaded === "failed" && <p class="sheet-wait">{say("sheet.failed")}</p>}
      {loaded !== null && loaded !== "failed" && <loaded.SheetBody app={app} sheet={sheet} />}
    </Dialog>
  );
}
