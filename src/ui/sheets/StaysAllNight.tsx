import { useCareWords } from "../care/useCareWords.ts";
import type { App } from "../model/app.ts";

/** Why nothing can be chosen here: no silent ending with tinnitus. The way to change that is beside it. */
export function StaysAllNight({ app }: { readonly app: App }) {
  const care = useCareWords(app);
  if (!care || care === "failed") return null;
  return (
    <>
      <p class="aside">{care.say("suits.timer")}</p>
      <button type="button" class="quiet" onClick={() => app.sheets.push({ kind: "care", page: "suits" })}>
        {care.say("suits.title")}
      </button>
    </>
  );
}
