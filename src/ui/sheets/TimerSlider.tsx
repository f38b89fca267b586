import { durationLabel } from "../../i18n/time.ts";
import type { Words } from "../../i18n/words.ts";
import type { Timer } from "../../night/night.ts";
import { placeOf, TIMER_STOPS, timerAt } from "../model/timer.ts";
import { Slider } from "../parts/Slider.tsx";

/** From five minutes to ten hours, and beyond the last place the whole night. */
export function TimerSlider({
  label,
  timer,
  words,
  onSet,
  onDone,
}: {
  readonly label: string;
  readonly timer: Timer;
  readonly words: Words;
  onSet(timer: Timer): void;
  onDone?(timer: Timer): void;
}) {
  return (
    <Slider
      label={label}
      min={0}
      max={TIMER_STOPS.length}
      step={1}
      value={placeOf(timer)}
      text={
        timer === "all-night" ? words.say("timer.allNight") : durationLabel(timer.minutes * 60, words.locale)
      }
      onSet={(place) => onSet(timerAt(place))}
      onDone={(place) => onDone?.(timerAt(place))}
    />
  );
}
