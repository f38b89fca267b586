const GRID = 2 ** 36;

/**
 * A filter's state, brought to the nearest multiple of 2^-36 (-217 dB) at the end of a block. Two renders that began at
 * different frames differ, once their filters have settled, by rounding alone, and rounding may differ for ever; on the
 * grid they meet, and from then on every sample is the same to the last bit.
 */
export function snap(state: number): number {
  return Math.round(state * GRID) / GRID;
}
