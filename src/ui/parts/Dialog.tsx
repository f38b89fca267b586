import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
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
  const leaving = useRef(false);
  const { say } = app.words.value;
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    // The panel itself, not its first button: a screen reader begins with the title.
    element.focus();
    return () => {
      leaving.current = true;
      element.close();
    };
  }, []);
  const nested = app.sheets.open.value.length > 1;
  return (
    <dialog
      ref={dialog}
      class={sheet.kind === "controls" ? "sheet sheet-low" : "sheet"}
      aria-labelledby="sheet-title"
      tabIndex={-1}
      onClose={() => {
        // The browser closed it by itself: escape, or a phone's back gesture.
        if (!leaving.current) app.sheets.back();
      }}
    >
      <div class="sheet-head">
        <h2 id="sheet-title">{sheetTitle(app, sheet)}</h2>
        {!isHelp(sheet) && (
          <button type="button" class="quiet" onClick={() => app.sheets.push({ kind: "care", page: "help" })}>
            {say("help.title")}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => app.sheets.back()}>
          {nested ? say("sheet.back") : say("sheet.close")}
        </button>
      </div>
      {children}
    </dialog>
  );
}

function isHelp(sheet: Sheet): boolean {
  return sheet.kind === "care" && sheet.page === "help";
}
