import { calibrationGain, LAYER_LUFS, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { MOMENTARY_SECONDS, momentaryLufs } from "../../../src/dsp/loudness.ts";
import { METER_HOP_SECONDS } from "../../../src/dsp/loudness-meter.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";
import type { ParamValues } from "../../../src/session/catalogue.ts";
import { overBed } from "../../helper/rises.ts";
import { standPlace } from "./hands.ts";
import { type Heard, hear, RATE } from "./heard.ts";
import { bandDifferenceDb, courseLikeness } from "./likeness.ts";
import { frameAt } from "./same.ts";

/** A difference that is heard: one of an octave band or of the whole for a moment, dB; loudness that moves otherwise. */
const HEARD_DB = 1;
const ALIKE = 0.9;
const EVENTS = 6;
/** So long is listened to at once for a difference, seconds. */
const STRETCH_SECONDS = 60;
const LATE_SECONDS = [16, 32, 48, 64, 80, 96, 112];

/**
 * Whether a layer sounds otherwise at a stand than as it is: in the same seconds from the same seed, so that what has no
 * effect makes no difference at all.
 */
export function isHeardToDiffer(
  layer: LayerDefinition,
  usual: Heard,
  there: Heard,
  params: ParamValues,
): boolean {
  if (layer.character === "events") {
    const { fromSeconds } = standPlace(layer, usual);
    if (eventsDiffer(usual, there, fromSeconds)) return true;
    // Where it changes how often, the loudest event may be the same one: another is not.
    const seconds = Math.min(usual.seconds, EVENTS * (layer.eventGapSeconds ?? 1));
    for (let from = 0; from < seconds; from += STRETCH_SECONDS) {
      const stretch = hear(layer, {
        fromSeconds: from,
        seconds: Math.min(STRETCH_SECONDS, seconds - from),
        params,
      });
      if (eventsDiffer(usual, stretch, from)) return true;
    }
    return false;
  }
  const frames = there.start[0].length;
  const here = [usual.start[0].subarray(0, frames), usual.start[1].subarray(0, frames)] as const;
  if (courseLikeness(here, there.start, RATE) < ALIKE) return true;
  if (bandDifferenceDb(here, there.start, RATE) >= HEARD_DB) return true;
  // What moves slowly is not there yet in the first seconds.
  return differsLater(layer, params, usual.momentary);
}

/** Whether the bed with one's events is louder or quieter anywhere than with the other's. */
function eventsDiffer(usual: Heard, there: Heard, fromSeconds: number): boolean {
  const first = Math.round(fromSeconds / METER_HOP_SECONDS);
  const here = overBed(usual.momentary.subarray(first), LAYER_LUFS);
  return overBed(there.momentary, LAYER_LUFS).some(
    (level, index) => Math.abs(level - (here[index] ?? level)) >= HEARD_DB,
  );
}

/**
 * Whether the loudness is another than the usual at any of some moments of two minutes.
 * @param usual momentary loudness of the layer as it is, from its first second on, seed 1
 */
function differsLater(layer: LayerDefinition, params: ParamValues, usual: Float64Array): boolean {
  const gain = calibrationGain(layer);
  return LATE_SECONDS.some((seconds) => {
    const fromFrame = frameAt(seconds, RATE);
    const stretch = { sampleRate: RATE, seed: 1, fromFrame, frames: MOMENTARY_SECONDS * RATE, params };
    const channels = renderLayer(layer, stretch).map((channel) => channel.map((sample) => gain * sample));
    const [level = Number.NaN] = momentaryLufs(channels, RATE, MOMENTARY_SECONDS);
    return Math.abs(level - (usual[Math.round(seconds / METER_HOP_SECONDS)] ?? Number.NaN)) >= HEARD_DB;
  });
}
