import type { App } from "../model/app.ts";

/** After the silence: one line on black. Anything brings the start back. */
export function Ended({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  return (
    <main class="ended">
      <p role="status">{say("ended.words")}</p>
      <button type="button" class="quiet" onClick={() => void app.beginAtThree()}>
        {say("night.stillAwake")}
      </button>
      <button type="button" class="quiet" onClick={() => app.leaveEnded()}>
        {say("ended.back")}
      </button>
    </main>
  );
}
