import type { Samples } from "./fft.ts";

/**
 * Butterworth high-pass as a cascade of biquads (bilinear transform, Q_k = 1 / (2 cos θ_k)).
 * @param order a multiple of 4: two stages go through the signal together, each filling the other's waiting
 */
export function highPass(signal: Samples, sampleRate: number, hz: number, order = 8): Float64Array {
  const filtered = new Float64Array(signal);
  const count = filtered.length;
  for (let stage = 0; stage < order / 2; stage += 2) {
    const { gain, a1, a2 } = highPassStage(stage, order, sampleRate, hz);
    const { gain: nextGain, a1: b1, a2: b2 } = highPassStage(stage + 1, order, sampleRate, hz);
    let [s1, s2, t1, t2] = [0, 0, 0, 0];
    for (let index = 0; index < count; index++) {
      const sample = gain * (filtered[index] ?? 0);
      const between = sample + s1;
      s1 = s2 - 2 * sample - a1 * between;
      s2 = sample - a2 * between;
      const next = nextGain * between;
      const out = next + t1;
      t1 = t2 - 2 * next - b1 * out;
      t2 = next - b2 * out;
      filtered[index] = out;
    }
  }
  return filtered;
}

function highPassStage(stage: number, order: number, sampleRate: number, hz: number) {
  const k = Math.tan((Math.PI * hz) / sampleRate);
  const damping = 2 * Math.cos((Math.PI * (2 * stage + 1)) / (2 * order));
  const gain = 1 / (1 + damping * k + k * k);
  return { gain, a1: 2 * (k * k - 1) * gain, a2: (1 - damping * k + k * k) * gain };
}

/** Every `factor`-th sample after a windowed-sinc low-pass at 90 % of the new Nyquist frequency. */
export function decimate(signal: Samples, factor: number): Float64Array {
  if (factor === 1) return new Float64Array(signal);
  const reach = 24 * factor;
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const x = (0.9 * (index - reach)) / factor;
    const angle = (Math.PI * (index + 0.5)) / (reach + 0.5);
    const window = 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
    return (window * 0.9 * (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))) / factor;
  });
  // Silence around it, so that the sums need not ask where the signal begins and ends.
  const padded = new Float64Array(signal.length + 2 * reach);
  padded.set(signal, reach);
  const out = new Float64Array(Math.floor(signal.length / factor));
  for (let index = 0; index < out.length; index++) out[index] = weighted(padded, index * factor, taps);
  return out;
}

/** Sum of samples from `first` on, weighted: four sums side by side, because one would have to wait for itself. */
export function weighted(samples: Float32Array | Float64Array, first: number, taps: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const fours = taps.length & ~3;
  for (let tap = 0; tap < fours; tap += 4) {
    const at = first + tap;
    a += (taps[tap] ?? 0) * (samples[at] ?? 0);
    b += (taps[tap + 1] ?? 0) * (samples[at + 1] ?? 0);
    c += (taps[tap + 2] ?? 0) * (samples[at + 2] ?? 0);
    d += (taps[tap + 3] ?? 0) * (samples[at + 3] ?? 0);
  }
  for (let tap = fours; tap < taps.length; tap++) a += (taps[tap] ?? 0) * (samples[first + tap] ?? 0);
  return a + b + c + d;
}
