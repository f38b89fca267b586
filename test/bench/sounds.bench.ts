import type { Bench } from "../../src/cli/bench/bench.ts";
import { readLayers } from "../../src/cli/content/read-layers.ts";
import { ROOT } from "../../src/cli/root.ts";
import { LAYER_LUFS, type LayerDefinition } from "../../src/dsp/layer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { spectrumSlope } from "../helper/spectrum-slope.ts";
import { longRender } from "./sounds/long-render.ts";
import { nightSamples } from "./sounds/night-samples.ts";

const RATE = 48_000;
const SLOPE_SECONDS = 120;
/** Noise colours that have a slope by definition, dB per octave; brown is judged above its 20 Hz high-pass. */
const COLOURS: Readonly<Record<string, { readonly ideal: number; readonly fromHz: number }>> = {
  white: { ideal: 0, fromHz: 31 },
  pink: { ideal: -3.01, fromHz: 31 },
  brown: { ideal: -6.02, fromHz: 39 },
};
const NONE = "–";

/** What the layers sound like, measured: colour, repetition, and a night of eight hours. */
export const bench: Bench = {
  about: "slope, repetition, clicks, crest and loudness of each layer over long stretches, and its speed",
  async run() {
    const measured = [...(await readLayers(ROOT)).values()].map((layer) => ({
      layer,
      slope: slopeOf(layer),
      ...longRender(layer),
      ...nightSamples(layer),
    }));
    const every = (holds: (each: (typeof measured)[number]) => boolean) => measured.every(holds);
    return {
      method:
        "Bare kernels at 48 kHz in Node, default parameters. Slope over 120 s in third octaves; repetition: peak of the whitened autocorrelation of 30 minutes (to 2.7 kHz) at lags of 0.5-600 s; the rest: 96 seconds out of 8 hours, calibrated. Click: a noise's worst peak above 8 kHz, in deviations; a tone's rest above 6 kHz, dBFS.",
      rows: measured.map(({ layer, slope, ...values }) => ({
        layer: layer.id,
        "dB/octave": slope ? slope.dbPerOctave.toFixed(2) : NONE,
        "off the line, dB": slope ? slope.worstResidualDb.toFixed(2) : NONE,
        repetition: values.repetition?.toFixed(4) ?? NONE,
        "not a number": values.notFinite,
        "silent seconds": values.silentStretches,
        "worst click": `${values.worstClick.toFixed(1)} ${layer.family === "tone" ? "dBFS" : "σ"}`,
        "crest, dB": values.crestDb.toFixed(1),
        LUFS: values.lufs.toFixed(1),
        "x real time": Math.round(values.timesRealTime),
      })),
      bounds: [
        {
          bound: "a colour's slope within 0.05 dB/octave, no band more than 0.8 dB off the line",
          holds: every(({ slope }) => !slope || (slope.offIdeal <= 0.05 && slope.worstResidualDb <= 0.8)),
        },
        {
          bound: "nothing repeats: at most 0.01",
          holds: every(({ repetition }) => (repetition ?? 0) <= 0.01),
        },
        {
          bound: "no sample that is no number, no silent second",
          holds: every(({ notFinite, silentStretches }) => notFinite + silentStretches === 0),
        },
        {
          bound: "no click: noise at most 7 σ, tones under -80 dBFS (drops and foam are events)",
          holds: every(
            ({ layer, worstClick }) =>
              layer.family === "nature" || worstClick <= (layer.family === "tone" ? -80 : 7),
          ),
        },
        {
          bound: "within 1 LU of the calibrated level",
          holds: every(({ lufs }) => Math.abs(lufs - LAYER_LUFS) <= 1),
        },
      ],
    };
  },
};

function slopeOf(layer: LayerDefinition) {
  const colour = COLOURS[layer.id];
  if (!colour) return null;
  const [left] = renderLayer(layer, { sampleRate: RATE, seed: 1, frames: SLOPE_SECONDS * RATE });
  const slope = spectrumSlope(left, RATE, colour.fromHz);
  return { ...slope, offIdeal: Math.abs(slope.dbPerOctave - colour.ideal) };
}
