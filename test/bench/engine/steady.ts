/** By then the compiler has done its part, seconds of sound. */
export const WARM_SECONDS = 30;

/**
 * Time that an offline context takes from {@link WARM_SECONDS} to its end, ms: what a night costs that goes on for hours,
 * not what its first moments do.
 */
export async function steadyMs(context: OfflineAudioContext): Promise<number> {
  let began = Number.NaN;
  const warm = context.suspend(WARM_SECONDS).then(() => {
    began = performance.now();
    return context.resume();
  });
  await Promise.all([context.startRendering(), warm]);
  return performance.now() - began;
}

/** What applications with recorded loops run: a stereo buffer that repeats, through one biquad. */
export function loopedBuffer(context: OfflineAudioContext): void {
  const buffer = context.createBuffer(2, 10 * context.sampleRate, context.sampleRate);
  for (let channel = 0; channel < 2; channel++) {
    const samples = buffer.getChannelData(channel);
    for (let i = 0; i < samples.length; i++) samples[i] = Math.sin(i * i) * 0.1;
  }
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  const filter = context.createBiquadFilter();
  source.connect(filter).connect(context.destination);
  source.start();
}
