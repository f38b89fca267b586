import type { AutomationPlan } from "../../../src/dsp/automation.ts";
import { Biquad, BUTTERWORTH_Q, lowPass } from "../../../src/dsp/biquad.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { BLOCK_FRAMES, calibrationGain, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";
import { SHELF_OPEN_HZ } from "../../../src/dsp/sleep-shelf.ts";
import { type Curve, curveAt } from "../../../src/engine/curve.ts";
import { duckingCurve } from "../../../src/engine/ducking-curve.ts";
import type { SoundPlan } from "../../../src/engine/plan.ts";
import { wavePlan } from "../../../src/engine/swell.ts";
import { clicksOf, MOST_CLICK } from "../clicks.ts";
import type { Click } from "./night-ears.ts";

/** The limiter holds the night back by less than this, so that the same stretch lies somewhat earlier in the bare layers. */
const AROUND_SECONDS = 0.06;
const STEP_SECONDS = 0.005;
/** So much further than in the bare layers may the same stand out once it has been through the graph. */
const TOLERANCE = 1.05;

/**
 * Of what stands out in a night, what its bare layers do not have at that place: that is the graph's doing. Foam bursts,
 * and so does it in the kernel alone.
 */
export function addedClicks(
  clicks: readonly Click[],
  plan: SoundPlan,
  layers: ReadonlyMap<string, LayerDefinition>,
  sampleRate: number,
): Click[] {
  const wave = plan.breathing && wavePlan(plan.breathing);
  const ducking = duckingCurve(plan.guides);
  return clicks.filter((click) => {
    const bare = bareBed({ ...plan, wave, ducking }, layers, click, sampleRate);
    const own = clicksOf(bare, sampleRate, click.seconds, STEP_SECONDS);
    return click.deviations > Math.max(MOST_CLICK, TOLERANCE * Math.max(...own));
  });
}

/**
 * The left channel of the sum of the bed's kernels around a click, at their levels, with the night's breath, stepping back
 * under what is said, through the open sleep shelf: what those do to a peak is no click.
 */
function bareBed(
  {
    layers,
    seed,
    wave,
    ducking,
  }: Pick<SoundPlan, "layers" | "seed"> & {
    readonly wave: AutomationPlan | null;
    readonly ducking: Curve;
  },
  known: ReadonlyMap<string, LayerDefinition>,
  { fromSeconds, seconds }: Click,
  sampleRate: number,
): Float64Array {
  const wanted = Math.round((fromSeconds - AROUND_SECONDS) * sampleRate);
  const fromFrame = Math.floor(wanted / BLOCK_FRAMES) * BLOCK_FRAMES;
  const sum = new Float64Array(Math.round((seconds + 2 * AROUND_SECONDS) * sampleRate));
  for (const { layer: id, gainDb, params } of layers) {
    const layer = known.get(id);
    if (!layer) throw new Error(`the bed names "${id}", which is no layer`);
    const moving: Record<string, number | AutomationPlan> = { ...params };
    for (const [name, { role }] of Object.entries(layer.params))
      if (role === "breath" && wave) moving[name] = wave;
    const render = { sampleRate, seed, fromFrame, frames: sum.length, params: moving };
    const [left] = renderLayer(layer, render);
    const gain = calibrationGain(layer) * dbToGain(gainDb);
    for (const [frame, sample] of left.entries()) sum[frame] = (sum[frame] ?? 0) + gain * sample;
  }
  for (const [frame, sample] of sum.entries())
    sum[frame] = sample * curveAt(ducking, (fromFrame + frame) / sampleRate);
  new Biquad(lowPass(SHELF_OPEN_HZ, BUTTERWORTH_Q, sampleRate)).process(sum);
  return sum;
}
