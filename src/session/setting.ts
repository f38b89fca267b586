import type { LayerInfo, ParamValues } from "./catalogue.ts";

type Layer = Pick<LayerInfo, "params" | "settings">;

/**
 * What a named setting sets: its own values, and the defaults of all that another setting of the layer would have set.
 * Parameters that no setting knows stay as they are.
 */
export function settingValues({ params, settings = {} }: Layer, setting: string): ParamValues {
  const touched = new Set(Object.values(settings).flatMap((values) => Object.keys(values)));
  return Object.fromEntries(
    [...touched].flatMap((name) => {
      const value = settings[setting]?.[name] ?? params[name]?.default;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The setting that is on; null where a hand has set something else. */
export function settingOf(layer: Layer, values: ParamValues): string | null {
  const on = Object.keys(layer.settings ?? {}).find((setting) =>
    Object.entries(settingValues(layer, setting)).every(
      ([name, value]) => (values[name] ?? layer.params[name]?.default) === value,
    ),
  );
  return on ?? null;
}
