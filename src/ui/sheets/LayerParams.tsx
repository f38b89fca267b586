import type { Names } from "../../i18n/names.ts";
import type { Words } from "../../i18n/words.ts";
import type { LayerInfo, ParamInfo, ParamValues } from "../../session/catalogue.ts";
import { Choices } from "../parts/Choices.tsx";
import { Slider } from "../parts/Slider.tsx";

/** Every parameter of a layer that a hand can set. */
export function LayerParams({
  words: { locale },
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
  return Object.entries(info.params)
    .filter(([, spec]) => spec.role === undefined)
    .map(([param, spec]) => (
      <Param
        key={param}
        label={names.param(info.id, param)}
        spec={spec}
        locale={locale}
        value={params[param] ?? spec.default}
        choices={(spec.choices ?? []).map((choice) => names.choice(info.id, param, choice))}
        onSet={(value) => onSet({ [param]: value })}
      />
    ));
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
