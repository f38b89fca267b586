import { amplitudeAt } from "../helper/tones.ts";

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
    return 20 * Math.log10(amplitudeAt(response, hz / sampleRate));
  });
}

/** Frequencies a third of an octave apart. */
export function thirds(fromHz: number, toHz: number): readonly number[] {
  const count = Math.floor(3 * Math.log2(toHz / fromHz)) + 1;
  return Array.from({ length: count }, (_, index) => fromHz * 2 ** (index / 3));
}
