import type { App } from "../model/app.ts";

/** While it waits: one line, and the two ways from here. */
export function Paused({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  const { player } = app.deps;
  return (
    <div class="paused">
      <p role="status">{say("night.paused")}</p>
      <div class="row">
        <button type="button" class="plain" onClick={() => player.resume()}>
          {say("night.resume")}
        </button>
        <button type="button" class="quiet" onClick={() => player.stop()}>
          {say("night.stop")}
        </button>
      </div>
    </div>
  );
}
