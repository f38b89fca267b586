import { clockLabel, durationLabel } from "../../i18n/time.ts";
import { nextLocalTime } from "../../night/local-time.ts";
import { FADE_MINUTES } from "../../night/night-plan.ts";
import type { NightChoices } from "../../session/routine.ts";
import type { App } from "../model/app.ts";
import { Choices } from "../parts/Choices.tsx";
import { Slider } from "../parts/Slider.tsx";
import { Switch } from "../parts/Switch.tsx";

const USUAL: NightChoices = {
  fadeMinutes: FADE_MINUTES.usual,
  afterwards: "silence",
  wakeMinutes: null,
  awakeMinutes: 15,
};
const AFTERWARDS = ["silence", "whisper"] as const;
/** A wake lies between four in the morning and noon, by quarters; at first at seven. */
const WAKE = { first: 240, last: 720, step: 15, usual: 420 } as const;

/** How the night falls asleep, what stays, how long it lasts for who is still awake, and the gentle wake. */
export function NightEnd({ app }: { readonly app: App }) {
  const { say, locale } = app.words.value;
  const night = app.routine.value.night ?? {
    ...USUAL,
    fadeMinutes: Math.round(app.session.value.ending.fadeSeconds / 60),
  };
  const change = (changes: Partial<NightChoices>) => app.change({ night: { ...night, ...changes } });
  const minutes = (count: number) => durationLabel(count * 60, locale);
  const fades = app.routine.value.timer !== "all-night";
  const { wakeMinutes } = night;
  return (
    <>
      {fades && (
        <>
          <Slider
            label={say("timer.fadeLength")}
            min={FADE_MINUTES.min}
            max={FADE_MINUTES.max}
            step={1}
            value={night.fadeMinutes}
            text={minutes(night.fadeMinutes)}
            onSet={(fadeMinutes) => change({ fadeMinutes })}
          />
          <Choices
            label={say("timer.afterwards")}
            choices={[say("preview.silence"), say("preview.whisper")]}
            chosen={AFTERWARDS.indexOf(night.afterwards)}
            onSet={(index) => change({ afterwards: AFTERWARDS[index] ?? "silence" })}
          />
          <Slider
            label={say("timer.awake")}
            min={5}
            max={120}
            step={5}
            value={night.awakeMinutes}
            text={minutes(night.awakeMinutes)}
            onSet={(awakeMinutes) => change({ awakeMinutes })}
          />
        </>
      )}
      <Switch
        label={say("timer.wake")}
        on={wakeMinutes !== null}
        words={{ on: say("switch.on"), off: say("switch.off") }}
        onSet={(on) => change({ wakeMinutes: on ? WAKE.usual : null })}
      />
      {wakeMinutes !== null && (
        <Slider
          label={say("timer.wakeAt")}
          min={WAKE.first}
          max={WAKE.last}
          step={WAKE.step}
          value={wakeMinutes}
          text={clockLabel(nextLocalTime(app.deps.now(), wakeMinutes), locale)}
          onSet={(wakeMinutes) => change({ wakeMinutes })}
        />
      )}
      {wakeMinutes !== null && <p class="aside">{say("timer.wakeNote")}</p>}
      <button type="button" class="entry" onClick={() => app.sheets.push({ kind: "ceiling" })}>
        <span class="entry-title">{say("ceiling.title")}</span>
      </button>
    </>
  );
}
