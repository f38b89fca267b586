/** Linear gain of a level in decibels. */
export function dbToGain(db: number): number {
  return 10 ** (db / 20);
}

/** Level in decibels of a linear gain; -Infinity for 0. */
export function gainToDb(gain: number): number {
  return 20 * Math.log10(gain);
}
