import type { SayCare } from "../../i18n/careWords.ts";
import type { Names } from "../../i18n/names.ts";
import type { Words } from "../../i18n/words.ts";
import type { LayerInfo, ParamValues } from "../../session/catalogue.ts";
import type { LayerLevel } from "../../session/schema.ts";
import { OFF_DB } from "../model/mix.ts";
import { Slider } from "../parts/Slider.tsx";
import { decibels } from "./GuideLevel.tsx";
import { LayerParams } from "./LayerParams.tsx";
import { LayerSettings } from "./LayerSettings.tsx";
import { isOff, type MixHand } from "./mixHand.ts";

interface LayerProps {
  readonly words: Words;
  readonly names: Names;
  readonly level: LayerLevel;
  /** Null where the catalogue does not know the layer. */
  readonly info: LayerInfo | null;
  readonly removable: boolean;
  /** Words for a sound that is never to be heard again; null until they are there. */
  readonly never: SayCare | null;
  readonly hand: MixHand;
}

/** One layer: its level, and behind a fold what else can be set. */
export function LayerControls({ words, names, level, info, removable, never, hand }: LayerProps) {
  const { say, locale } = words;
  const name = names.layer(level.layer);
  const set = (values: ParamValues) => hand.params(level.layer, values);
  return (
    <section class="layer" aria-label={name}>
      <Slider
        label={name}
        min={OFF_DB}
        max={6}
        step={1}
        value={Math.max(OFF_DB, level.gainDb)}
        text={isOff(level.gainDb) ? say("levels.off") : decibels(level.gainDb, locale)}
        onSet={(gainDb) => hand.level(level.layer, gainDb)}
      />
      {level.layer === "beats" && <p class="aside">{say("levels.beats")}</p>}
      <details>
        <summary>{say("levels.more")}</summary>
        {info && (
          <>
            <LayerSettings words={words} names={names} info={info} params={level.params ?? {}} onSet={set} />
            <LayerParams words={words} names={names} info={info} params={level.params ?? {}} onSet={set} />
          </>
        )}
        {removable && (
          <button type="button" class="quiet" onClick={() => hand.remove(level.layer)}>
            {say("levels.remove")}
          </button>
        )}
        {never && (
          <button
            type="button"
            class="quiet"
            aria-label={never("suits.neverOf", { what: name })}
            onClick={() => hand.refuse(level.layer)}
          >
            {never("suits.never")}
          </button>
        )}
      </details>
    </section>
  );
}
