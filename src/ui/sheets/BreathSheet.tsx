import { useSignal } from "@preact/signals";
import { DEFAULT_PACE, paceFromTaps } from "../../session/breath.ts";
import type { App } from "../model/app.ts";
import { Switch } from "../parts/Switch.tsx";

/** The breath begins at the person's own pace: tapped twice, or a calm one. */
export function BreathSheet({ app }: { readonly app: App }) {
  const { say, locale } = app.words.value;
  const { breath, haptics } = app.routine.value;
  const taps = useSignal<readonly number[]>([]);
  const words = { on: say("switch.on"), off: say("switch.off") };
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  function tap(event: Event): void {
    taps.value = [...taps.value, event.timeStamp / 1000].slice(-2);
    const perMinute = paceFromTaps(taps.value);
    if (perMinute !== null) app.change({ breath: { ...breath, perMinute } });
  }

  return (
    <div class="sheet-body">
      <Switch
        label={say("breath.follow")}
        on={breath.follow}
        words={words}
        onSet={(follow) => app.change({ breath: { ...breath, follow } })}
      />
      {breath.follow && (
        <>
          <p class="aside">{say("breath.invite")}</p>
          <button type="button" class="pad" onClick={tap}>
            {taps.value.length === 1 ? say("breath.again") : say("breath.tap")}
          </button>
          <p class="under-large" aria-live="polite">
            {say("breath.pace", { count: number.format(breath.perMinute) })}
          </p>
          {breath.perMinute !== DEFAULT_PACE && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                taps.value = [];
                app.change({ breath: { ...breath, perMinute: DEFAULT_PACE } });
              }}
            >
              {say("breath.usual", { count: number.format(DEFAULT_PACE) })}
            </button>
          )}
          <Switch
            label={say("breath.haptics")}
            on={haptics}
            words={words}
            onSet={(on) => {
              app.change({ haptics: on });
              app.deps.player.setHaptics(on);
            }}
          />
        </>
      )}
    </div>
  );
}
