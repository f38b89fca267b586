import type { App } from "../model/app.ts";
import { GuideLevel } from "./GuideLevel.tsx";
import { NightTimer } from "./NightTimer.tsx";

/** Everything about the night that is going on. Shows no clock. */
export function ControlsSheet({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  const { player } = app.deps;
  const { phase, request, guide } = app.night.value;
  if (!request) return null;
  const paused = phase === "paused";
  const speaks = request.narrator.kind === "pack" || request.narrator.kind === "device";
  return (
    <div class="sheet-body">
      <div class="row">
        <button type="button" class="plain" onClick={() => (paused ? player.resume() : player.pause())}>
          {paused ? say("night.resume") : say("night.pause")}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            app.sheets.closeAll();
            player.stop();
          }}
        >
          {say("night.stop")}
        </button>
      </div>
      <NightTimer app={app} />
      {!request.atThree && (
        <button
          type="button"
          class="entry"
          onClick={() => {
            app.sheets.closeAll();
            player.awakeAtThree();
          }}
        >
          <span class="entry-title">{say("three.softer")}</span>
        </button>
      )}
      {speaks && guide !== "gone" && <GuideLevel app={app} />}
      <button
        type="button"
        class="entry"
        onClick={() => app.sheets.push({ kind: "levels", session: request.session })}
      >
        <span class="entry-title">{say("levels.title")}</span>
      </button>
      <p class="aside">
        {say("night.help")} {say("night.keys")}
      </p>
    </div>
  );
}
