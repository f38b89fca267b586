import built from "../../sounds/built/catalogue.json";
import type { ParamInfo } from "../../src/session/catalogue.ts";
import { type Issue, issueAt } from "../../src/session/issue.ts";
import type { LayerLevel } from "../../src/session/schema.ts";

type Params = Readonly<Record<string, ParamInfo>>;

const catalogue: ReadonlyMap<string, Params> = new Map(
  built.layers.map(({ id, params }) => [id, params as Params]),
);

/** Layers that do not exist, and parameters that no hand could set so: nothing sounds that could not be made here. */
export function layerIssues(layers: readonly LayerLevel[], pointer: string): readonly Issue[] {
  return layers.flatMap(({ layer, params = {} }, index) => {
    const at = `${pointer}/${index}`;
    const specs = catalogue.get(layer);
    if (!specs) return [issueAt(`${at}/layer`, "choice")];
    return Object.entries(params).flatMap(([name, value]) => {
      const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (!spec || spec.role !== undefined) return [issueAt(`${at}/params`, "unexpected")];
      const fits = spec.min <= value && value <= spec.max && (!spec.choices || Number.isInteger(value));
      return fits ? [] : [issueAt(`${at}/params/${name}`, "range")];
    });
  });
}
