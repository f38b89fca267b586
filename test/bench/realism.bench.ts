import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, median } from "../../src/cli/bench/bench.ts";
import { readLayers } from "../../src/cli/content/read-layers.ts";
import { ROOT } from "../../src/cli/root.ts";
import { writeWav } from "../../src/cli/wav.ts";
import { writeControls } from "./realism/controls.ts";
import { KIND_OF, NOISE_KINDS, RANKED_KINDS } from "./realism/kinds.ts";
import { type Scorer, textureScorer } from "./realism/scorer.ts";
import { soundingPart } from "./realism/sounding-part.ts";

const RATE = 48_000;
const SEEDS = [1, 2, 3];
const SECONDS = 60;
const NONE = "–";

/** How close each layer comes to recordings of its kind, beside three cheap imitations. */
export const bench: Bench = {
  about: "how close layers come to recordings of their kind (needs TEXTURE_TOOL=…/texture.py)",
  async run() {
    const score = textureScorer();
    const layers = await readLayers(ROOT);
    const folder = await mkdtemp(join(tmpdir(), "luwte-realism-"));
    try {
      const controls = await writeControls(folder, layers, SECONDS);
      const rows = [];
      for (const [id, kind] of Object.entries(KIND_OF)) {
        const layer = layers.get(id);
        if (!layer) throw new Error(`realism: there is no layer "${id}"`);
        const scores = [];
        for (const seed of SEEDS) {
          const file = join(folder, `${id}-${seed}.wav`);
          await writeWav(file, soundingPart(layer, seed), RATE);
          scores.push(await score(kind, file));
          await rm(file);
        }
        rows.push({
          layer: id,
          kind,
          rank: Math.max(...scores.map(({ rank }) => rank)),
          ...ratios(scores.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]))),
          margin: median(scores.map(({ margin }) => margin)),
          "controls' margin": await bestMargin(score, kind, controls),
        });
      }
      return {
        method: `texture.py on ${SECONDS} s (of rare events what sounds) of seeds ${SEEDS.join(", ")}: worst rank, median and worst ratio, median margin. Controls: pink noise, a band of white noise, brown noise with a tremolo; the best of the three.`,
        rows,
        bounds: [
          ...rows
            .filter(({ kind }) => RANKED_KINDS.includes(kind))
            .map((row) => ({
              bound: `${row.layer} ranks first on every seed, ratio at most 1 (${row.rank}, ${row["worst ratio"]})`,
              holds: row.rank === 1 && Number(row["worst ratio"]) <= 1,
            })),
          ...rows
            .filter(({ kind }) => !RANKED_KINDS.includes(kind) && !NOISE_KINDS.includes(kind))
            .map((row) => ({
              bound: `${row.layer} beats the controls on margin (${row.margin} against ${row["controls' margin"]})`,
              holds: row.margin < row["controls' margin"],
            })),
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Median and worst; a kind with one short recording has none. */
function ratios(values: readonly number[]): Readonly<Record<"ratio" | "worst ratio", number | string>> {
  if (values.length === 0) return { ratio: NONE, "worst ratio": NONE };
  return { ratio: median(values), "worst ratio": Math.max(...values) };
}

async function bestMargin(
  score: Scorer,
  kind: string,
  controls: ReadonlyMap<string, string>,
): Promise<number> {
  const margins = [];
  for (const file of controls.values()) margins.push((await score(kind, file)).margin);
  return Math.min(...margins);
}
