import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { App } from "../model/app.ts";
import { requestFor } from "../model/request.ts";
import { Slider } from "../parts/Slider.tsx";

/** Places of the slider, LUFS: from hardly there to a loud evening. */
const CEILING = { least: -54, most: -24, step: 2, usual: -30 } as const;
/** The loudest layer of the mix is played so much over its level: it always stands at the ceiling that is chosen. */
const LOUD_DB = 6;

/** By day: how loud the night may be at most, heard and set where the device lies. */
export function CeilingSheet({ app }: { readonly app: App }) {
  const { say } = app.words.value;
  const { player } = app.deps;
  const chosen = useSignal(app.routine.value.ceilingLufs ?? CEILING.usual);
  const listening = useSignal(false);
  useEffect(
    () => () => {
      if (listening.value) player.stop();
    },
    [],
  );

  function listen(): void {
    const { session, routine, words } = app;
    const request = requestFor(session.value, routine.value, words.value.language);
    listening.value = true;
    void player.begin({
      ...request,
      session: { ...request.session, kind: "bed" },
      narrator: { kind: "none" },
      breath: null,
      timer: { minutes: 5 },
      levels: request.levels.map((level) => ({ ...level, gainDb: LOUD_DB })),
      ceilingLufs: chosen.value,
    });
  }

  return (
    <>
      <div class="sheet-body">
        <p>{say("ceiling.how")}</p>
        <Slider
          label={say("ceiling.slider")}
          min={CEILING.least}
          max={CEILING.most}
          step={CEILING.step}
          value={chosen.value}
          text={say("ceiling.steps", { count: String((chosen.value - CEILING.least) / CEILING.step + 1) })}
          onSet={(lufs) => {
            chosen.value = lufs;
            if (listening.value) player.setCeiling(lufs);
          }}
        />
        <p class="aside">{say("ceiling.why")}</p>
      </div>
      <div class="sheet-foot">
        {!listening.value && (
          <button type="button" class="plain" onClick={listen}>
            {say("ceiling.listen")}
          </button>
        )}
        <button
          type="button"
          class="solid"
          onClick={() => {
            app.change({ ceilingLufs: chosen.value });
            app.sheets.back();
          }}
        >
          {say("ceiling.keep")}
        </button>
      </div>
    </>
  );
}
