import { useSignal } from "@preact/signals";
import type { Timer } from "../../night/night.ts";
import type { App } from "../model/app.ts";
import { TimerSlider } from "./TimerSlider.tsx";

/** Changes the end of the night that is going on: how much longer, never what time it is. */
export function NightTimer({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  const timer = useSignal(remaining(app));
  return (
    <TimerSlider
      label={say("timer.slider")}
      timer={timer.value}
      words={app.words.value}
      onSet={(chosen) => {
        timer.value = chosen;
      }}
      onDone={(chosen) => app.deps.player.setTimer(chosen)}
    />
  );
}

/** What is left of the night, rounded up to whole minutes. */
function remaining(app: App): Timer {
  const { deadline } = app.night.value;
  if (deadline === null) return "all-night";
  return { minutes: Math.max(1, Math.ceil((deadline - app.deps.now()) / 60_000)) };
}
