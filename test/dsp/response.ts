/** Gain in dB of a filter at some frequencies, from its impulse response over `seconds`. */
export function gainsDb(
  process: (samples: Float64Array) => void,
  frequenciesHz: readonly number[],
  sampleRate: number,
  seconds = 1,
): readonly number[] {
  const response = new Float64Array(Math.round(seconds * sampleRate));
  response[0] = 1;
  process(response);
  return frequenciesHz.map((hz) => {
    const step = (2 * Math.PI * hz) / sampleRate;
    let re = 0;
    let im = 0;
    for (let i = 0; i < response.length; i++) {
      re += (response[i] ?? 0) * Math.cos(step * i);
      im -= (response[i] ?? 0) * Math.sin(step * i);
    }
    return 10 * Math.log10(re * re + im * im);
  });
}

/** Frequencies a third of an octave apart. */
export function thirds(fromHz: number, toHz: number): readonly number[] {
  const count = Math.floor(3 * Math.log2(toHz / fromHz)) + 1;
  return Array.from({ length: count }, (_, index) => fromHz * 2 ** (index / 3));
}
