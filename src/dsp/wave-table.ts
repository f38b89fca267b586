/** Entries of a cycle. Read with linear interpolation, harmonic n errs by (2 pi n / SIZE)^2 / 8: -100 dB at n = 12. */
export const TABLE_SIZE = 4096;

/**
 * One cycle of a steady tone, its RMS 1, and the first entry once more at the end.
 * @param harmonics amplitudes of the fundamental, the octave, the twelfth and so on; all start at phase 0
 */
export function waveTable(harmonics: readonly number[]): Float64Array {
  const rms = Math.sqrt(harmonics.reduce((sum, amplitude) => sum + amplitude ** 2 / 2, 0));
  return Float64Array.from({ length: TABLE_SIZE + 1 }, (_, entry) => {
    const angle = (2 * Math.PI * entry) / TABLE_SIZE;
    return harmonics.reduce(
      (sum, amplitude, index) => sum + (amplitude / rms) * Math.sin((index + 1) * angle),
      0,
    );
  });
}
