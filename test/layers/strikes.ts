/** Windows in which the level of a struck sound is taken, seconds. */
export const WINDOW_SECONDS = 0.05;

/** Power of both ears together, window by window. */
export function powers(channels: readonly Float32Array[], sampleRate: number): readonly number[] {
  const frames = Math.round(WINDOW_SECONDS * sampleRate);
  return Array.from({ length: Math.floor((channels[0]?.length ?? 0) / frames) }, (_, window) => {
    let sum = 0;
    for (const channel of channels) {
      for (let i = window * frames; i < (window + 1) * frames; i++) sum += (channel[i] ?? 0) ** 2;
    }
    return sum / frames;
  });
}

/** When strikes begin, seconds: the power doubles within a quarter of a second, and did not just before. */
export function strikesSeconds(channels: readonly Float32Array[], sampleRate: number): readonly number[] {
  const levels = powers(channels, sampleRate);
  const strikes: number[] = [];
  for (let window = 5; window < levels.length; window++) {
    const seconds = (window - 4) * WINDOW_SECONDS;
    const rises = (levels[window] ?? 0) > 2 * (levels[window - 5] ?? 0);
    if (rises && seconds - (strikes.at(-1) ?? Number.NEGATIVE_INFINITY) > 1) strikes.push(seconds);
  }
  return strikes;
}
