import { clockChange, clockLabel, durationLabel } from "../../i18n/time.ts";
import type { App } from "../model/app.ts";
import { silentAt } from "../model/timer.ts";
import { NightEnd } from "./NightEnd.tsx";
import { TimerSlider } from "./TimerSlider.tsx";

/** How long tonight is, shown as the time at which it is silent. */
export function TimerSheet({ app }: { readonly app: App }) {
  const { say, locale } = app.words.value;
  const { timer } = app.routine.value;
  const now = app.deps.now();
  const end = silentAt(now, timer);
  const change = end === null ? null : clockChange(now, end);
  return (
    <div class="sheet-body">
      <p class="large" aria-live="polite">
        {end === null ? say("timer.allNight") : say("timer.until", { time: clockLabel(end, locale) })}
      </p>
      <p class="under-large">{timer === "all-night" ? " " : durationLabel(timer.minutes * 60, locale)}</p>
      <TimerSlider
        label={say("timer.slider")}
        timer={timer}
        words={app.words.value}
        onSet={(chosen) => app.change({ timer: chosen })}
      />
      {change && <p class="aside">{say(change === "back" ? "timer.clockBack" : "timer.clockForward")}</p>}
      <p class="aside">{say("timer.fade")}</p>
      <NightEnd app={app} />
    </div>
  );
}
