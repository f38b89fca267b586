import type { CareProps } from "./CareSheet.tsx";
import { quickExit } from "./quickExit.ts";

/** The two ways out, in one thumb's reach: too much leads to grounding, leaving to a black screen with rain. */
export function CareFoot({ app, say }: CareProps) {
  return (
    <div class="sheet-foot care-foot">
      <button type="button" class="quiet" onClick={() => app.sheets.push({ kind: "care", page: "ground" })}>
        {say("care.tooMuch")}
      </button>
      <button type="button" class="quiet" onClick={() => void quickExit(app)}>
        {say("exit.do")}
      </button>
    </div>
  );
}
