import FFT from "fft.js";

export interface SpectrogramOptions {
  readonly sampleRate: number;
  readonly columns: number;
  /** Bands, equally wide on a logarithmic scale. */
  readonly rows: number;
  readonly lowHz: number;
  readonly highHz: number;
}

/** Frames under one window: 171 ms at 48 kHz, bins 5.9 Hz apart. */
const SIZE = 8192;

/**
 * Power of each band at each moment, dB re full scale: Hann windows centred on the columns, the channels' powers
 * averaged, a band's bins summed (so that pink noise is even all over). A band narrower than a bin has its part of it.
 * @param channels all equally long
 * @returns column by column, each from the lowest band up
 */
export function spectrogramDb(channels: readonly Float32Array[], options: SpectrogramOptions): Float32Array {
  const { sampleRate, columns, rows, lowHz, highHz } = options;
  const frames = channels[0]?.length ?? 0;
  const fft = new FFT(SIZE);
  const windowed = new Float64Array(SIZE);
  const spectrum = new Float64Array(2 * SIZE);
  const powerUpTo = new Float64Array(SIZE / 2 + 1);
  const edges = Float64Array.from(
    { length: rows + 1 },
    (_, row) => (lowHz * (highHz / lowHz) ** (row / rows) * SIZE) / sampleRate,
  );
  const levels = new Float32Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    const from = Math.round(((column + 0.5) / columns) * frames) - SIZE / 2;
    powerUpTo.fill(0);
    for (const channel of channels) {
      for (let i = 0; i < SIZE; i++) windowed[i] = (HANN[i] ?? 0) * (channel[from + i] ?? 0);
      fft.realTransform(spectrum, windowed);
      let sum = 0;
      for (let bin = 0; bin < SIZE / 2; bin++) {
        sum += (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2;
        powerUpTo[bin + 1] = (powerUpTo[bin + 1] ?? 0) + sum;
      }
    }
    for (let row = 0; row < rows; row++) {
      const power = upTo(powerUpTo, edges[row + 1] ?? 0) - upTo(powerUpTo, edges[row] ?? 0);
      levels[column * rows + row] = 10 * Math.log10(Math.max(1e-20, power / (channels.length * SCALE)));
    }
  }
  return levels;
}

const HANN = Float64Array.from({ length: SIZE }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE));
/** Sum over half the bins of a sine of full scale (mean square 1/2), for a Hann window (mean square 3/8). */
const SCALE = (SIZE ** 2 * 3) / 16;

/** Summed power below a place between bins; bin b lies around b. */
function upTo(powerUpTo: Float64Array, place: number): number {
  const at = Math.min(powerUpTo.length - 1, Math.max(0, place + 0.5));
  const bin = Math.floor(at);
  const below = powerUpTo[bin] ?? 0;
  return below + (at - bin) * ((powerUpTo[bin + 1] ?? below) - below);
}
