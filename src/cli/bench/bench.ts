/** One thing that can be measured: test/bench/<name>.bench.ts exports it as `bench`. */
export interface Bench {
  /** What it measures, in a line. */
  readonly about: string;
  /** @param only what to measure alone, for a bench that goes through a list; by default all of it */
  run(only?: readonly string[]): Promise<BenchResult>;
}

export interface BenchResult {
  /** How it was measured, in a line or two. */
  readonly method: string;
  /** One row per thing measured; the first column names it. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** What must hold, and whether it does. */
  readonly bounds: readonly { readonly bound: string; readonly holds: boolean }[];
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
