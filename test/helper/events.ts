import { Random } from "../../src/dsp/random.ts";

const TRIALS = 999;

/** Distances between successive times. */
export function intervals(times: readonly number[]): readonly number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

/** Standard deviation over mean: 1 for a Poisson process's intervals, 0 for a clock's. */
export function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean;
}

/** Variance over mean of the counts in windows: 1 for a Poisson process, more where events cluster. */
export function fanoFactor(times: readonly number[], totalSeconds: number, windowSeconds = 1): number {
  const counts = Array.from({ length: Math.floor(totalSeconds / windowSeconds) }, () => 0);
  for (const time of times) {
    const window = Math.floor(time / windowSeconds);
    if (window < counts.length) counts[window] = (counts[window] ?? 0) + 1;
  }
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length / mean;
}

export interface KolmogorovSmirnov {
  readonly statistic: number;
  /** Chance of a statistic as large from exponential intervals, to 0.001. */
  readonly p: number;
}

/**
 * Kolmogorov-Smirnov test of intervals against the exponential distribution with their own mean. Because the mean is
 * estimated, p is counted over 999 simulated samples of the same size (Lilliefors 1969), not read from the usual table.
 */
export function ksExponential(values: readonly number[]): KolmogorovSmirnov {
  const statistic = distance(Float64Array.from(values));
  const random = new Random();
  const sample = new Float64Array(values.length);
  let asLarge = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    random.seed(1, trial);
    for (let index = 0; index < sample.length; index++) sample[index] = -Math.log(1 - random.unit());
    if (distance(sample) >= statistic) asLarge++;
  }
  return { statistic, p: (asLarge + 1) / (TRIALS + 1) };
}

/** Largest distance between the empirical distribution and the exponential of the same mean. */
function distance(values: Float64Array): number {
  const sorted = values.sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return sorted.reduce((largest, value, index) => {
    const expected = 1 - Math.exp(-value / mean);
    return Math.max(largest, expected - index / sorted.length, (index + 1) / sorted.length - expected);
  }, 0);
}
