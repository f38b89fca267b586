import type { LayerDefinition, ParamAt } from "../../../src/dsp/layer.ts";

/** Every parameter at its default, read without a number that is made anew: what is left is the kernel's own garbage. */
export function steadyParams(layer: LayerDefinition): ParamAt {
  const defaults = new Map(Object.entries(layer.params).map(([name, spec]) => [name, spec.default]));
  return (name) => defaults.get(name) ?? 0;
}
