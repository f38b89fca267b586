import { inverse, type Samples } from "./fft.ts";
import { rms } from "./levels.ts";
import { type CrossSpectra, crossSpectra } from "./welch.ts";

interface Band {
  readonly fromHz: number;
  readonly toHz: number;
}

const SEGMENT_FRAMES = 8192;
const REACH_SECONDS = 0.001;

/** Interaural cross-correlation: largest magnitude within 1 ms, 0..1, of what lies within the band. */
export function iacc(left: Samples, right: Samples, sampleRate: number, band: Band): number {
  const spectra = crossSpectra(left, right, sampleRate, SEGMENT_FRAMES);
  const cross = new Float64Array(2 * SEGMENT_FRAMES);
  let leftPower = 0;
  let rightPower = 0;
  for (const bin of binsOf(spectra, band)) {
    leftPower += spectra.first[bin] ?? 0;
    rightPower += spectra.second[bin] ?? 0;
    cross[2 * bin] = spectra.re[bin] ?? 0;
    cross[2 * bin + 1] = spectra.im[bin] ?? 0;
  }
  const correlation = inverse(cross);
  const reach = Math.round(REACH_SECONDS * sampleRate);
  let largest = 0;
  for (let lag = -reach; lag <= reach; lag++) {
    const at = 2 * ((lag + SEGMENT_FRAMES) % SEGMENT_FRAMES);
    largest = Math.max(largest, Math.abs(correlation[at] ?? 0));
  }
  return (largest * SEGMENT_FRAMES) / Math.sqrt(leftPower * rightPower);
}

/** Mean magnitude-squared coherence of the band, 0..1; independent noises read 1 / (independent segments). */
export function coherence(left: Samples, right: Samples, sampleRate: number, band: Band): number {
  const spectra = crossSpectra(left, right, sampleRate, SEGMENT_FRAMES);
  const bins = binsOf(spectra, band);
  const sum = bins.reduce((total, bin) => {
    const powers = (spectra.first[bin] ?? 0) * (spectra.second[bin] ?? 0);
    return total + ((spectra.re[bin] ?? 0) ** 2 + (spectra.im[bin] ?? 0) ** 2) / powers;
  }, 0);
  return sum / bins.length;
}

/** Correlation of the channels as they are, -1..1. */
export function correlation(left: Samples, right: Samples): number {
  let product = 0;
  for (let index = 0; index < left.length; index++) product += (left[index] ?? 0) * (right[index] ?? 0);
  return product / left.length / (rms(left) * rms(right));
}

/** What the sum in mono loses against the power of both channels, dB: 3.01 for independent channels, 0 for equal ones. */
export function monoLossDb(left: Samples, right: Samples): number {
  const mono = Float64Array.from(
    { length: left.length },
    (_, index) => ((left[index] ?? 0) + (right[index] ?? 0)) / 2,
  );
  return 10 * Math.log10((rms(left) ** 2 + rms(right) ** 2) / 2) - 20 * Math.log10(rms(mono));
}

function binsOf(spectra: CrossSpectra, band: Band): readonly number[] {
  const from = Math.max(1, Math.ceil(band.fromHz / spectra.binHz));
  const to = Math.min(spectra.first.length - 2, Math.floor(band.toHz / spectra.binHz));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
