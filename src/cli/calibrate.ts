import { parseArgs } from "node:util";
import { findLayer, layerIds } from "./content/read-layers.ts";
import { fail } from "./fail.ts";
import { measuredLufs } from "./layer-loudness.ts";
import { ROOT } from "./root.ts";
import { writeLoudness } from "./write-loudness.ts";

/**
 * `npm run calibrate`: measures how loud each layer's bare kernel is, and with --write puts the figure in its file.
 * Without --write it changes nothing and ends with exit code 1 where a file's figure is not the measured one.
 */
const USAGE = "Usage: npm run calibrate [-- [--write] [layer …]]";

const { write, ids } = options();
const known = await layerIds(ROOT);
for (const id of ids) if (!known.includes(id)) fail(`no layer "${id}"; there are: ${known.join(", ")}`);

let stale = 0;
for (const id of ids.length > 0 ? ids : known) {
  const layer = await findLayer(ROOT, id);
  if (!layer) continue;
  const lufs = measuredLufs(layer);
  const isStale = Math.abs(lufs - layer.loudnessLufs) >= 0.05;
  if (isStale && write) await writeLoudness(ROOT, layer.id, lufs);
  else if (isStale) stale++;
  const note = isStale ? `  (the file ${write ? "said" : "says"} ${layer.loudnessLufs})` : "";
  console.log(`${layer.id.padEnd(20)} ${lufs.toFixed(1).padStart(6)} LUFS${note}`);
}
if (stale > 0) fail(`${stale} to correct: npm run calibrate -- --write`);

function options(): { readonly write: boolean; readonly ids: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { write: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    return { write: values.write, ids: positionals };
  } catch {
    return fail(USAGE, 2);
  }
}
