export interface Difference {
  /** Largest sample of the first, dB of full scale. */
  readonly peakDb: number;
  /** Largest difference between two samples of the same frame, dB of full scale; -200 where there is none at all. */
  readonly differenceDb: number;
}

const NONE_DB = -200;

/** Compares two recordings of the same thing, sample by sample. Unequal lengths or samples that are no number differ wholly. */
export function compare(expected: Float32Array, found: Float32Array): Difference {
  let peak = 0;
  let largest = expected.length === found.length ? 0 : 1;
  for (let i = 0; i < expected.length; i++) {
    const sample = expected[i] ?? 0;
    const apart = Math.abs(sample - (found[i] ?? Number.NaN));
    peak = Math.max(peak, Math.abs(sample));
    largest = Number.isNaN(apart) ? 1 : Math.max(largest, apart);
  }
  return { peakDb: decibels(peak), differenceDb: decibels(largest) };
}

function decibels(value: number): number {
  return Math.max(NONE_DB, 20 * Math.log10(value));
}
