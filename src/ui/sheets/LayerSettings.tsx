import type { Names } from "../../i18n/names.ts";
import type { Words } from "../../i18n/words.ts";
import type { LayerInfo, ParamValues } from "../../session/catalogue.ts";
import { macroPlace, macroValues } from "../../session/macro.ts";
import { settingOf, settingValues } from "../../session/setting.ts";
import { Slider } from "../parts/Slider.tsx";

const PLACES = ["calm", "calmer", "middle", "livelier", "lively"] as const;

/** What a person changes of a layer without knowing its parameters: a named setting, and calm to lively. */
export function LayerSettings({
  words: { say },
  names,
  info,
  params,
  onSet,
}: {
  readonly words: Words;
  readonly names: Names;
  readonly info: LayerInfo;
  readonly params: ParamValues;
  onSet(values: ParamValues): void;
}) {
  const on = settingOf(info, params);
  const place = macroPlace(info, params);
  const word = PLACES[Math.round(place * (PLACES.length - 1))] ?? "middle";
  return (
    <>
      <div class="row row-wrap">
        {Object.keys(info.settings ?? {}).map((setting) => (
          <button
            key={setting}
            type="button"
            class="plain"
            aria-pressed={setting === on}
            onClick={() => onSet(settingValues(info, setting))}
          >
            {names.setting(info.id, setting)}
          </button>
        ))}
      </div>
      <Slider
        label={say("levels.macro")}
        min={0}
        max={1}
        step={0.01}
        value={place}
        text={say(`levels.macro-${word}`)}
        onSet={(liveliness) => onSet(macroValues(info, liveliness))}
      />
    </>
  );
}
