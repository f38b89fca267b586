import type { App } from "../model/app.ts";
import { Slider } from "../parts/Slider.tsx";

/** Quieter or louder guide, heard at once, remembered. */
export function GuideLevel({ app }: { readonly app: App }) {
  const { say, locale } = app.words.value;
  const gainDb = app.routine.value.guideGainDb;
  return (
    <Slider
      label={say("guide.level")}
      min={-18}
      max={6}
      step={1}
      value={gainDb}
      text={decibels(gainDb, locale)}
      onSet={(chosen) => {
        app.change({ guideGainDb: chosen });
        app.deps.player.setGuideLevel(chosen);
      }}
    />
  );
}

/** "+3 dB", "−12 dB". */
export function decibels(gainDb: number, locale: string): string {
  return `${new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 1 }).format(gainDb)} dB`;
}
