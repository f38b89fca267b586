import { Random } from "../../src/dsp/random.ts";

/** Signals with known answers, for testing instruments and sound alike. All are deterministic. */

/** A sine from frame 0. @param amplitude peak @param phase radians */
export function sine(
  hz: number,
  seconds: number,
  sampleRate: number,
  amplitude = 1,
  phase = 0,
): Float32Array<ArrayBuffer> {
  const step = (2 * Math.PI * hz) / sampleRate;
  return generate(seconds, sampleRate, (frame) => amplitude * Math.sin(step * frame + phase));
}

/** Gaussian white noise of standard deviation `sigma` (Box and Muller). */
export function whiteNoise(
  seconds: number,
  sampleRate: number,
  seed: number,
  sigma = 0.1,
): Float32Array<ArrayBuffer> {
  const random = new Random();
  random.seed(seed, 0);
  return generate(seconds, sampleRate, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.unit()));
    return sigma * radius * Math.cos(2 * Math.PI * random.unit());
  });
}

/** White noise through y = x + pole * y1: -6 dB/oct above its corner. @param pole 0..1 */
export function reddened(noise: Float32Array, pole: number): Float32Array<ArrayBuffer> {
  let last = 0;
  return noise.map((sample) => {
    last = sample * (1 - pole) + pole * last;
    return last;
  }) as Float32Array<ArrayBuffer>;
}

/** `loop` again and again, `seconds` long: what an endless sound must not be. */
export function looped(loop: Float32Array, seconds: number, sampleRate: number): Float32Array<ArrayBuffer> {
  return generate(seconds, sampleRate, (frame) => loop[frame % loop.length] ?? 0);
}

/** Sum of signals, as long as the first. */
export function mix(...signals: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const [first = new Float32Array(0)] = signals;
  const sum = new Float32Array(first.length);
  for (const signal of signals) {
    for (let frame = 0; frame < sum.length; frame++) sum[frame] = (sum[frame] ?? 0) + (signal[frame] ?? 0);
  }
  return sum;
}

/** A signal from a function of the frame. */
export function generate(
  seconds: number,
  sampleRate: number,
  sampleAt: (frame: number) => number,
): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let frame = 0; frame < samples.length; frame++) samples[frame] = sampleAt(frame);
  return samples;
}
