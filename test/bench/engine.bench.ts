import { type Bench, median } from "../../src/cli/bench/bench.ts";
import { withProjectPage } from "../../src/cli/chromium/project-page.ts";
import { catalogueOf } from "../../src/cli/content/catalogue-file.ts";
import { contentOrFail } from "../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../src/cli/root.ts";
import { WARM_SECONDS } from "./engine/steady.ts";

const SECONDS = 60;
const ROUNDS = 7;
const MEDIAN_AT_MOST = 4;
const NONE_ABOVE = 8;

/** What a layer costs, its level included, beside a looped recording: both offline in Chromium, in turns. */
export const bench: Bench = {
  about: "CPU of each layer (its level included) as a ratio to a looped stereo buffer with one biquad",
  async run(only) {
    const content = await contentOrFail(ROOT);
    const all = catalogueOf(content.layers, content.sessions).layers;
    const layers = all.filter(({ id }) => only?.includes(id) ?? true);
    const times = await withProjectPage("test/bench/engine/page.html", [], async (page) => {
      await page.waitForFunction(() => "timeRender" in globalThis);
      const measured = new Map<string, { layer: number[]; loop: number[] }>();
      for (let round = 0; round <= ROUNDS; round++) {
        for (const layer of layers) {
          const time = (what: string | null) =>
            page.evaluate(([wanted, seconds]) => globalThis.timeRender(wanted, seconds), [
              what,
              SECONDS,
            ] as const);
          const loop = await time(null);
          const own = await time(layer.id);
          // The first round warms the compilers.
          if (round === 0) measured.set(layer.id, { layer: [], loop: [] });
          else {
            measured.get(layer.id)?.layer.push(own);
            measured.get(layer.id)?.loop.push(loop);
          }
        }
      }
      return measured;
    });
    const rows = [...times].map(([id, { layer, loop }]) => ({
      layer: id,
      ratio: round(median(layer.map((ms, index) => ms / (loop[index] ?? Number.NaN)))),
      "% of a core": round(median(layer) / SECONDS / 10),
      "loop %": round(median(loop) / SECONDS / 10),
    }));
    const ratios = rows.map((row) => row.ratio);
    return {
      method: `${SECONDS} s of each layer at 48 kHz, offline in Chromium, after ${WARM_SECONDS} s in which its code gets warm, in turns with the loop; median of ${ROUNDS} rounds.`,
      rows,
      bounds: [
        {
          bound: `median ratio at most ${MEDIAN_AT_MOST} (${round(median(ratios))})`,
          holds: median(ratios) <= MEDIAN_AT_MOST,
        },
        {
          bound: `none above ${NONE_ABOVE} (${Math.max(...ratios)})`,
          holds: Math.max(...ratios) <= NONE_ABOVE,
        },
      ],
    };
  },
};

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
