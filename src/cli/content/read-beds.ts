import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { LayerDefinition } from "../../dsp/layer.ts";
import { LayerLevel } from "../../session/schema.ts";
import { type ContentIssue, isIssue } from "./content-issue.ts";
import { type JsonSource, readJsonFile } from "./json-source.ts";
import { schemaIssues } from "./schema-issues.ts";

/** sounds/beds/<id>.json: a mix, and how long it takes to fade once the timer has run out. */
const BedFile = v.strictObject({
  layers: v.pipe(v.array(LayerLevel), v.minLength(1), v.maxLength(12)),
  fadeMinutes: v.pipe(v.number(), v.minValue(2), v.maxValue(60)),
});
export type Bed = v.InferOutput<typeof BedFile>;

/** Every bed by its id, and what must be mended in the others. */
export async function readBeds(
  root: string,
  layers: ReadonlyMap<string, LayerDefinition>,
): Promise<{ readonly beds: ReadonlyMap<string, Bed>; readonly issues: readonly ContentIssue[] }> {
  const beds = new Map<string, Bed>();
  const issues: ContentIssue[] = [];
  const names = (await readdir(join(root, "sounds/beds"))).filter((name) => name.endsWith(".json")).sort();
  for (const name of names) {
    const file = `sounds/beds/${name}`;
    const source = await readJsonFile(root, file);
    if (isIssue(source)) {
      issues.push(source);
      continue;
    }
    const parsed = v.safeParse(BedFile, source.value);
    if (parsed.success) {
      beds.set(name.slice(0, -".json".length), parsed.output);
      issues.push(...mixIssues(file, source, parsed.output, layers));
    } else {
      issues.push(...schemaIssues(file, source, parsed.issues));
    }
  }
  return { beds, issues };
}

/** Layers that do not exist and parameters outside their range. */
function mixIssues(
  file: string,
  source: JsonSource,
  bed: Bed,
  layers: ReadonlyMap<string, LayerDefinition>,
): ContentIssue[] {
  return bed.layers.flatMap((level, index) => {
    const at = (pointer: string, message: string): ContentIssue => ({
      file,
      place: source.placeOf(`/layers/${index}${pointer}`),
      message,
    });
    const layer = layers.get(level.layer);
    if (!layer) return [at("/layer", `No layer is called so. Known are ${[...layers.keys()].join(", ")}.`)];
    return Object.entries(level.params ?? {}).flatMap(([name, value]) => {
      const spec = layer.params[name];
      if (!spec || spec.role !== undefined) {
        return [at(`/params/${name}`, `Layer ${layer.id} has no such parameter to set.`)];
      }
      const inside = spec.min <= value && value <= spec.max;
      return inside
        ? []
        : [at(`/params/${name}`, `Must lie between ${spec.min} and ${spec.max} ${spec.unit}.`)];
    });
  });
}
