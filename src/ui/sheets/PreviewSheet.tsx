import { durationLabel } from "../../i18n/time.ts";
import { nextLocalTime } from "../../night/local-time.ts";
import { choiceAt } from "../../night/night-choice.ts";
import { nightPlan } from "../../night/night-plan.ts";
import { SHARED_SESSION } from "../../session/recording-of.ts";
import type { SessionDocument } from "../../session/schema.ts";
import { timeline, timelineRange } from "../../session/timeline.ts";
import { doseTonight } from "../care/doseTonight.ts";
import { useCareWords } from "../care/useCareWords.ts";
import type { App } from "../model/app.ts";
import { endOf, mixOf, timerOf } from "../model/request.ts";
import { Slider } from "../parts/Slider.tsx";
import { useLoaded } from "../parts/useLoaded.ts";
import { nightPicture } from "../picture/nightPicture.ts";
import { TimelinePicture } from "../picture/TimelinePicture.tsx";
import { Caution } from "./Caution.tsx";
import { timelineSetting } from "./timelineSetting.ts";

/** Lengths of the guide go by half minutes. */
const LENGTH_STEP_SECONDS = 30;

/** A session before it starts: what comes, when, how loud; whether it suits; how long. */
export function PreviewSheet({ app, chosen }: { readonly app: App; readonly chosen: SessionDocument }) {
  const { say, language, locale } = app.words.value;
  const routine = app.routine.value;
  const care = useCareWords(app);
  const packs = useLoaded(() => app.deps.library.narrators(), []);
  const suit = app.suit.value;
  const suited = suit.session(chosen);
  const setting = timelineSetting(suited, routine, suit, language, packs.value ?? []);
  const range = timelineRange(suited, setting);
  const ownSeconds = routine.wantedSeconds[chosen.id] ?? null;
  const dose = doseTonight(app, suited, packs.value ?? []);
  const laidOut = timeline(suited, { ...setting, wantedSeconds: ownSeconds ?? dose?.seconds ?? null });
  const now = app.deps.now();
  const wakeMinutes = routine.night?.wakeMinutes ?? null;
  const wakeAt = wakeMinutes === null ? null : nextLocalTime(now, wakeMinutes);
  const end = choiceAt(now, { session: chosen, timer: timerOf(routine, suit), ...endOf(routine, wakeAt) });
  const picture = nightPicture(laidOut, nightPlan(end), now);

  // As it would sound here. What somebody else shared, they share.
  const shareable = chosen.id.startsWith(SHARED_SESSION)
    ? null
    : { ...chosen, bed: { layers: [...mixOf(chosen, routine, suit)] } };

  function choose(): void {
    app.choose(chosen);
    app.sheets.closeAll();
  }

  return (
    <>
      <div class="sheet-body">
        <h3>{say("preview.title")}</h3>
        <TimelinePicture picture={picture} words={app.words.value} nowMs={now} />
        {range && (
          <Slider
            label={say("preview.length")}
            min={Math.ceil(range.shortest / LENGTH_STEP_SECONDS) * LENGTH_STEP_SECONDS}
            max={Math.floor(range.longest / LENGTH_STEP_SECONDS) * LENGTH_STEP_SECONDS}
            step={LENGTH_STEP_SECONDS}
            value={Math.round(laidOut.seconds / LENGTH_STEP_SECONDS) * LENGTH_STEP_SECONDS}
            text={durationLabel(laidOut.seconds, locale)}
            onSet={(seconds) =>
              app.change({ wantedSeconds: { ...routine.wantedSeconds, [chosen.id]: seconds } })
            }
          />
        )}
        {dose?.grows && ownSeconds === null && care && care !== "failed" && (
          <p class="aside">{care.say("dose.small", { duration: durationLabel(laidOut.seconds, locale) })}</p>
        )}
        <Caution app={app} session={chosen} />
        {chosen.id === "affirmations" && care && care !== "failed" && (
          <button
            type="button"
            class="quiet"
            onClick={() => app.sheets.push({ kind: "care", page: "affirmations" })}
          >
            {care.say("affirm.own")}
          </button>
        )}
        <div class="row row-wrap">
          <button type="button" class="quiet" onClick={() => app.sheets.push({ kind: "timer" })}>
            {say("home.timer")}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => app.sheets.push({ kind: "levels", session: chosen })}
          >
            {say("preview.mix")}
          </button>
          {shareable && (
            <button
              type="button"
              class="quiet"
              onClick={() => app.sheets.push({ kind: "account", page: "share", session: shareable })}
            >
              {say("share.title")}
            </button>
          )}
        </div>
      </div>
      <div class="sheet-foot">
        <button type="button" class="plain" onClick={choose}>
          {say("preview.choose")}
        </button>
        <button
          type="button"
          class="solid"
          onClick={() => {
            choose();
            void app.begin();
          }}
        >
          {say("home.begin")}
        </button>
      </div>
    </>
  );
}
