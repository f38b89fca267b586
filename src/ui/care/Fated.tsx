import type { Fire } from "./burn.ts";
import { CareFoot } from "./CareFoot.tsx";
import type { CareProps } from "./CareSheet.tsx";

/** What became of a page: kept, put away until tomorrow, going up in smoke, or gone, with the fire that it went in. */
export type Fate =
  | { readonly kind: "kept" | "put" }
  | { readonly kind: "burning"; readonly fire: Fire; readonly text: string }
  | { readonly kind: "gone"; readonly fire: Fire | null };

/** What became of a page, in one line. The words of one that burns are seen to go. */
export function Fated({
  app,
  say,
  fate,
  onFate,
}: CareProps & { readonly fate: Fate; onFate(fate: Fate): void }) {
  const fire = fate.kind === "burning" || fate.kind === "gone" ? fate.fire : null;
  function burnt(): void {
    if (!fire) return;
    if (!fire.staysAlight) fire.out();
    onFate({ kind: "gone", fire: fire.staysAlight ? fire : null });
  }
  return (
    <>
      <div class="sheet-body fated">
        <p role="status">{say(`write.${fate.kind}`)}</p>
        {fate.kind === "burning" && (
          <p class="burning" aria-hidden="true" onAnimationEnd={burnt}>
            {fate.text}
          </p>
        )}
      </div>
      {fire?.staysAlight ? (
        <div class="sheet-foot">
          <button type="button" class="quiet" onClick={() => fire.out()}>
            {app.words.value.say("sheet.close")}
          </button>
          <button type="button" class="plain" onClick={() => app.sheets.closeAll()}>
            {say("write.fire")}
          </button>
        </div>
      ) : (
        <CareFoot app={app} say={say} />
      )}
    </>
  );
}
