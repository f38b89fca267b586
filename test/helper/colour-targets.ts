/** What each noise colour is meant to be: power density in dB over frequency, but for a constant. */
export type ColourTarget = (hz: number) => number;

/** A straight line over log frequency. */
export function sloped(dbPerOctave: number): ColourTarget {
  return (hz) => dbPerOctave * Math.log2(hz / 1000);
}

/** Pink noise through a band-pass at 500 Hz, Q 0.6: mean density over a third of an octave. */
export function greenTarget(hz: number): number {
  const places = [-0.04, -0.02, 0, 0.02, 0.04];
  const densities = places.map((place) => {
    const at = hz * 10 ** place;
    return 1 / at / (1 + (0.6 * (at / 500 - 500 / at)) ** 2);
  });
  return 10 * Math.log10(densities.reduce((sum, density) => sum + density, 0) / densities.length);
}

/** ISO 226:2003, 40 phon: sound pressure level from 31.5 Hz to 12.5 kHz in thirds of an octave, dB. */
const PHON_40 = [
  88.17, 82.63, 77.78, 73.08, 68.48, 64.37, 60.59, 56.7, 53.41, 50.4, 47.58, 44.98, 43.05, 41.34, 40.06,
  40.01, 41.82, 42.51, 39.23, 36.51, 35.61, 36.65, 40.01, 45.83, 51.8, 54.28, 51.49,
];
const HIGHEST_DB = 24;

/** The contour relative to 1 kHz, the lows at most 24 dB up; held above 12.5 kHz. */
export function greyTarget(hz: number): number {
  const place = Math.max(0, Math.min(PHON_40.length - 1, 10 * Math.log10(hz / 1000) + 15));
  const index = Math.min(PHON_40.length - 2, Math.floor(place));
  const level = (at: number) => Math.min(HIGHEST_DB, (PHON_40[at] ?? 0) - 40.01);
  return level(index) + (place - index) * (level(index + 1) - level(index));
}
