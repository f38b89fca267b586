import type { LayerInfo, ParamValues } from "./catalogue.ts";

/** The slider's middle: every parameter at its default. */
export const MACRO_MIDDLE = 0.5;

type Macro = Pick<LayerInfo, "macro" | "params">;

/**
 * What a layer's parameters are at a place of its slider from calm to lively: in a straight line from one end to the
 * defaults and on to the other end. Choices are whole numbers.
 * @param liveliness 0 calm .. 1 lively
 */
export function macroValues({ macro, params }: Macro, liveliness: number): ParamValues {
  const part = Math.min(1, Math.max(0, liveliness));
  const end = part < MACRO_MIDDLE ? macro.calm : macro.lively;
  const distance = Math.abs(part - MACRO_MIDDLE) / MACRO_MIDDLE;
  const names = new Set([...Object.keys(macro.calm), ...Object.keys(macro.lively)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const spec = params[name];
      if (!spec) return [];
      const value = (1 - distance) * spec.default + distance * (end[name] ?? spec.default);
      return [[name, spec.choices ? Math.round(value) : value]];
    }),
  );
}

/**
 * Where the slider stands for what is set: the place whose values are nearest, each measured in its own range.
 * @param values what is set; what is missing has its default
 * @returns 0 calm .. 1 lively
 */
export function macroPlace({ macro, params }: Macro, values: ParamValues): number {
  const calm = nearest(macro.calm, params, values);
  const lively = nearest(macro.lively, params, values);
  return calm.miss < lively.miss ? MACRO_MIDDLE * (1 - calm.distance) : MACRO_MIDDLE * (1 + lively.distance);
}

/** Nearest point (least squares) on the line from the defaults (distance 0) to one end (1), and by how much it misses. */
function nearest(
  end: ParamValues,
  params: Macro["params"],
  values: ParamValues,
): { readonly distance: number; readonly miss: number } {
  const axes = Object.entries(params).flatMap(([name, { min, max, default: middle }]) => {
    const range = max - min || 1;
    const along = ((end[name] ?? middle) - middle) / range;
    return [{ along, wanted: ((values[name] ?? middle) - middle) / range }];
  });
  const length = axes.reduce((sum, { along }) => sum + along ** 2, 0);
  const product = axes.reduce((sum, { along, wanted }) => sum + along * wanted, 0);
  const distance = length === 0 ? 0 : Math.min(1, Math.max(0, product / length));
  const miss = axes.reduce((sum, { along, wanted }) => sum + (wanted - distance * along) ** 2, 0);
  return { distance, miss };
}
