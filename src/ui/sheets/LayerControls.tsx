import type { Names } from "../../i18n/names.ts";
import type { Words } from "../../i18n/words.ts";
import type { LayerInfo, ParamInfo } from "../../session/catalogue.ts";
import type { LayerLevel } from "../../session/schema.ts";
import { OFF_DB } from "../model/mix.ts";
import { Choices } from "../parts/Choices.tsx";
import { Slider } from "../parts/Slider.tsx";
import { decibels } from "./GuideLevel.tsx";
import { LayerSettings } from "./LayerSettings.tsx";
import { isOff, type MixHand } from "./mixHand.ts";

interface LayerProps {
  readonly words: Words;
  readonly names: Names;
  readonly level: LayerLevel;
  /** Null where the catalogue does not know the layer. */
  readonly info: LayerInfo | null;
  readonly removable: boolean;
  readonly hand: MixHand;
}

/** One layer: its level, and behind a fold what else can be set. */
export function LayerControls({ words, names, level, info, removable, hand }: LayerProps) {
  const { say, locale } = words;
  const name = names.layer(level.layer);
  const params = Object.entries(info?.params ?? {}).filter(([, spec]) => spec.role === undefined);
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
          <LayerSettings
            words={words}
            names={names}
            info={info}
            params={level.params ?? {}}
            onSet={(values) => hand.params(level.layer, values)}
          />
        )}
        {params.map(([param, spec]) => (
          <Param
            key={param}
            label={names.param(level.layer, param)}
            spec={spec}
            locale={locale}
            value={level.params?.[param] ?? spec.default}
            choices={(spec.choices ?? []).map((choice) => names.choice(level.layer, param, choice))}
            onSet={(value) => hand.params(level.layer, { [param]: value })}
          />
        ))}
        {removable && (
          <button type="button" class="quiet" onClick={() => hand.remove(level.layer)}>
            {say("levels.remove")}
          </button>
        )}
      </details>
    </section>
  );
}

function Param({
  label,
  spec,
  locale,
  value,
  choices,
  onSet,
}: {
  readonly label: string;
  readonly spec: ParamInfo;
  readonly locale: string;
  readonly value: number;
  readonly choices: readonly string[];
  onSet(value: number): void;
}) {
  if (choices.length > 0) return <Choices label={label} choices={choices} chosen={value} onSet={onSet} />;
  const range = spec.max - spec.min;
  return (
    <Slider
      label={label}
      min={spec.min}
      max={spec.max}
      step={range / 100}
      value={value}
      text={
        spec.unit === ""
          ? new Intl.NumberFormat(locale, { style: "percent" }).format((value - spec.min) / range)
          : `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value)} ${spec.unit}`
      }
      onSet={onSet}
    />
  );
}
