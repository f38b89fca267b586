import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { App } from "../model/app.ts";
import type { Sheet } from "../model/sheets.ts";
import { sheetTitle } from "./sheetTitle.ts";

/** A panel with its title and the way out; escape and the button both go one panel back. */
export function Dialog({
  app,
  sheet,
  children,
}: {
  readonly app: App;
  readonly sheet: Sheet;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { say } = app.words.value;
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    // The panel itself, not its first button: a screen reader begins with the title.
    element.focus();
    return () => element.close();
  }, []);
  const nested = app.sheets.open.value.length > 1;
  return (
    <dialog
      ref={dialog}
      class={sheet.kind === "controls" ? "sheet sheet-low" : "sheet"}
      aria-labelledby="sheet-title"
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        app.sheets.back();
      }}
    >
      <header class="sheet-head">
        <h2 id="sheet-title">{sheetTitle(app, sheet)}</h2>
        <button type="button" class="quiet" onClick={() => app.sheets.back()}>
          {nested ? say("sheet.back") : say("sheet.close")}
        </button>
      </header>
      {children}
    </dialog>
  );
}
