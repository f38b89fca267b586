import { forward } from "../../helper/fft.ts";
import { highPass } from "../../helper/filters.ts";
import { peak } from "../../helper/levels.ts";

type Stereo = readonly [Float32Array, Float32Array];

const FRAMES = 2 ** 17;
const LOWEST_HZ = 45;
const OCTAVES = 8;
/** Bands this far under the loudest are not heard beside it, dB. */
const HEARD_DB = 40;
/** Length of an envelope's steps, seconds. */
const STEP_SECONDS = 0.025;
/** A filter's own start is not judged, seconds. */
const SETTLE_SECONDS = 0.02;

/** The octave band in which two stretches differ most, dB. */
export function bandDifferenceDb(one: Stereo, other: Stereo, sampleRate: number): number {
  const [a, b] = [octavesDb(one, sampleRate), octavesDb(other, sampleRate)];
  const loudest = Math.max(...a, ...b);
  const differences = a.map((level, band) =>
    Math.max(level, b[band] ?? level) < loudest - HEARD_DB ? 0 : Math.abs(level - (b[band] ?? level)),
  );
  return Math.max(...differences);
}

/** Likeness of the loudness of two stretches over time in 25 ms steps, mono: 1 = it moves alike. */
export function courseLikeness(one: Stereo, other: Stereo, sampleRate: number): number {
  return likeness(course(one, sampleRate), course(other, sampleRate));
}

/** Largest sample above `hz`, dBFS. */
export function highPeakDb([left, right]: Stereo, sampleRate: number, hz: number): number {
  const high = (channel: Float32Array) =>
    peak(highPass(channel, sampleRate, hz, 4).subarray(Math.round(SETTLE_SECONDS * sampleRate)));
  return 20 * Math.log10(Math.max(high(left), high(right)));
}

function octavesDb([left, right]: Stereo, sampleRate: number): number[] {
  const powers = new Float64Array(OCTAVES);
  for (const channel of [left, right]) {
    const spectrum = forward(channel.subarray(0, FRAMES), FRAMES);
    for (let octave = 0; octave < OCTAVES; octave++) {
      const from = Math.round((LOWEST_HZ * 2 ** octave * FRAMES) / sampleRate);
      for (let bin = from; bin < 2 * from; bin++) {
        powers[octave] =
          (powers[octave] ?? 0) + (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2;
      }
    }
  }
  return [...powers].map((power) => 10 * Math.log10(power + Number.MIN_VALUE));
}

function course([left, right]: Stereo, sampleRate: number): Float64Array {
  const step = Math.round(STEP_SECONDS * sampleRate);
  return Float64Array.from({ length: Math.floor(left.length / step) }, (_, index) => {
    let energy = 0;
    for (let i = index * step; i < (index + 1) * step; i++) energy += ((left[i] ?? 0) + (right[i] ?? 0)) ** 2;
    return Math.sqrt(energy / step);
  });
}

/** Correlation coefficient; 1 where neither moves at all. */
function likeness(a: Float64Array, b: Float64Array): number {
  const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, powerA, powerB] = [0, 0, 0];
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [(a[index] ?? 0) - meanA, (b[index] ?? 0) - meanB];
    product += x * y;
    powerA += x * x;
    powerB += y * y;
  }
  return powerA === 0 && powerB === 0 ? 1 : product / Math.sqrt(powerA * powerB || Number.MIN_VALUE);
}
