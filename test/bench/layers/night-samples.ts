import { BLOCK_FRAMES, calibrationGain, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { integratedLufs } from "../../../src/dsp/loudness.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";
import { clickiness, tonalResidualDb } from "../../helper/clicks.ts";
import { crestDb, rms } from "../../helper/levels.ts";

const RATE = 48_000;
const NIGHT_SECONDS = 8 * 3600;
const STRETCHES = 96;
/** A second quieter than this is silent, dBFS of the calibrated layer. */
const SILENT_DB = -70;

export interface NightSamples {
  /** Samples that are no number. */
  readonly notFinite: number;
  readonly silentStretches: number;
  /** Of all that is heard: of a tone what is left above 6 kHz, dBFS; of all others the largest peak above 8 kHz in standard deviations. */
  readonly worstClick: number;
  readonly crestDb: number;
  /** Calibrated. */
  readonly lufs: number;
}

/** A second out of every five minutes of a night of eight hours, at the calibrated level. */
export function nightSamples(layer: LayerDefinition): NightSamples {
  const gain = calibrationGain(layer);
  const whole = [new Float32Array(STRETCHES * RATE), new Float32Array(STRETCHES * RATE)] as const;
  for (let index = 0; index < STRETCHES; index++) {
    const frame = (index / STRETCHES) * NIGHT_SECONDS * RATE;
    const fromFrame = Math.round(frame / BLOCK_FRAMES) * BLOCK_FRAMES;
    const channels = renderLayer(layer, { sampleRate: RATE, seed: 1, fromFrame, frames: RATE });
    for (const [side, channel] of channels.entries()) {
      whole[side]?.set(
        channel.map((sample) => gain * sample),
        index * RATE,
      );
    }
  }
  const seconds = whole.flatMap((channel) =>
    Array.from({ length: STRETCHES }, (_, index) => channel.subarray(index * RATE, (index + 1) * RATE)),
  );
  const heard = seconds.filter((second) => 20 * Math.log10(rms(second)) > SILENT_DB);
  const click = layer.character === "tone" ? tonalResidualDb : clickiness;
  return {
    notFinite: whole.reduce(
      (count, channel) => count + channel.filter((sample) => !Number.isFinite(sample)).length,
      0,
    ),
    silentStretches: seconds.length - heard.length,
    worstClick: Math.max(...heard.map((second) => click(sounding(second), RATE))),
    crestDb: Math.max(...whole.map(crestDb)),
    lufs: integratedLufs(whole, RATE),
  };
}

/** Without the silence before and after: between silence and sound no deviation says anything. */
function sounding(samples: Float32Array): Float32Array {
  const isHeard = (sample: number) => sample !== 0;
  return samples.subarray(samples.findIndex(isHeard), samples.findLastIndex(isHeard) + 1);
}
