import { type Bench, median } from "../../src/cli/bench/bench.ts";
import { readLayers } from "../../src/cli/content/read-layers.ts";
import { ROOT } from "../../src/cli/root.ts";
import { calibrationGain, LAYER_LUFS, type LayerDefinition } from "../../src/dsp/layer.ts";
import { LoudnessMeter } from "../../src/dsp/loudness-meter.ts";
import { layerPieces, renderLayer } from "../../src/dsp/render-layer.ts";
import { spectrumSlope } from "../helper/spectrum-slope.ts";
import { collectionsOf } from "./layers/collections.ts";
import { isJudgedByWave, longRender } from "./layers/long-render.ts";
import { nightSamples } from "./layers/night-samples.ts";

const RATE = 48_000;
const SLOPE_SECONDS = 120;
/** Noise colours that have a slope by definition, dB per octave; brown is judged above its 20 Hz high-pass. */
const COLOURS: Readonly<Record<string, { readonly ideal: number; readonly fromHz: number }>> = {
  white: { ideal: 0, fromHz: 31 },
  pink: { ideal: -3.01, fromHz: 31 },
  brown: { ideal: -6.02, fromHz: 39 },
  blue: { ideal: 3.01, fromHz: 31 },
  violet: { ideal: 6.02, fromHz: 31 },
};
/** Another seed and another rate than those that a figure was measured with, for as long as gusts and chords take to even out. */
const OTHER = { seed: 5, sampleRate: 44_100, seconds: 1800 } as const;
const NONE = "–";

/** What the layers are like at full length, measured: the long form of test/layers/suite. */
export const bench: Bench = {
  about: "each layer over half an hour and a night: repetition, clicks, loudness, colour, garbage, speed",
  async run(only) {
    const layers = [...(await readLayers(ROOT)).values()].filter(({ id }) => only?.includes(id) ?? true);
    if (layers.length === 0) throw new Error(`no layer ${only?.join(", ")}`);
    const measured = [];
    for (const layer of layers) measured.push(await measure(layer));
    return result(measured);
  },
};

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(layer: LayerDefinition) {
  const gainDb = 20 * Math.log10(calibrationGain(layer));
  return {
    layer,
    slope: slopeOf(layer),
    collections: await collectionsOf(layer.id),
    otherLufs: otherLufs(layer) + gainDb,
    ...longRender(layer),
    ...nightSamples(layer),
  };
}

function result(measured: readonly Measured[]) {
  const worst = (holds: (each: Measured) => boolean) => {
    const broken = measured.filter((each) => !holds(each)).map(({ layer }) => layer.id);
    return { holds: broken.length === 0, broken: broken.length > 0 ? ` (not: ${broken.join(", ")})` : "" };
  };
  const bound = (text: string, holds: (each: Measured) => boolean) => {
    const found = worst(holds);
    return { bound: `${text}${found.broken}`, holds: found.holds };
  };
  const speeds = measured.map(({ timesRealTime }) => timesRealTime);
  return {
    method:
      "Bare kernels at 48 kHz in Node, default parameters, calibrated. Repetition over 30 minutes at lags to 600 s: of noise and textures the peak of the whitened autocorrelation (to 2.7 kHz), of tones, events and the rhythms of comfort that of the timing of what rises. Click, crest, silence: 96 seconds out of 8 hours; a tone's rest above 6 kHz in dBFS, of the others the largest peak above 8 kHz in deviations. LUFS of half an hour of another seed at 44.1 kHz. Collections: how often the garbage collector ran in 10 minutes of process after a warm-up (node --trace-gc). Slope over 120 s in third octaves.",
    rows: measured.map(({ layer, slope, ...values }) => ({
      layer: layer.id,
      "x real time": Math.round(values.timesRealTime),
      repetition: values.repetition.toFixed(4),
      "worst click": `${values.worstClick.toFixed(1)} ${layer.character === "tone" ? "dBFS" : "σ"}`,
      "crest, dB": values.crestDb.toFixed(1),
      LUFS: values.otherLufs.toFixed(1),
      collections: values.collections,
      "not a number": values.notFinite,
      "silent seconds": values.silentStretches,
      "dB/octave": slope ? slope.dbPerOctave.toFixed(2) : NONE,
      "off the line, dB": slope ? slope.worstResidualDb.toFixed(2) : NONE,
    })),
    bounds: [
      {
        bound: `100 x real time, the median (${Math.round(median(speeds))}); none under 40 (${Math.round(Math.min(...speeds))})`,
        holds: median(speeds) >= 100 && Math.min(...speeds) >= 40,
      },
      bound("nothing repeats: waves at most 0.01, timing under 0.8", ({ layer, repetition }) =>
        isJudgedByWave(layer) ? repetition <= 0.01 : repetition < 0.8,
      ),
      bound("no click: noise at most 7 σ, tones under -80 dBFS", ({ layer: { character }, worstClick }) =>
        character === "noise" ? worstClick <= 7 : character !== "tone" || worstClick < -80,
      ),
      bound(
        "-30 LUFS within 0.5 from another seed at another rate",
        ({ otherLufs }) => Math.abs(otherLufs - LAYER_LUFS) <= 0.5,
      ),
      bound("no garbage in ten minutes of process", ({ collections }) => collections === 0),
      bound("no sample that is no number", ({ notFinite }) => notFinite === 0),
      bound(
        "no silent second but between events",
        ({ layer: { character }, silentStretches }) => character === "events" || silentStretches === 0,
      ),
      bound(
        "a colour's slope within 0.05 dB/octave, no band more than 0.8 dB off the line",
        ({ slope }) => !slope || (slope.offIdeal <= 0.05 && slope.worstResidualDb <= 0.8),
      ),
    ],
  };
}

/** Integrated loudness of the bare kernel, LUFS. */
function otherLufs(layer: LayerDefinition): number {
  const { seed, sampleRate, seconds } = OTHER;
  const meter = new LoudnessMeter(sampleRate);
  const render = { sampleRate, seed, frames: seconds * sampleRate };
  for (const piece of layerPieces(layer, render, 10 * sampleRate)) meter.add(piece);
  return meter.integrated();
}

function slopeOf(layer: LayerDefinition) {
  const colour = COLOURS[layer.id];
  if (!colour) return null;
  const [left] = renderLayer(layer, { sampleRate: RATE, seed: 1, frames: SLOPE_SECONDS * RATE });
  const slope = spectrumSlope(left, RATE, colour.fromHz);
  return { ...slope, offIdeal: Math.abs(slope.dbPerOctave - colour.ideal) };
}
