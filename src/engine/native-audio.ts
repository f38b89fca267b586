/**
 * The nine names Tone.js takes from standardized-audio-context, over the browser's own Web Audio. The build replaces
 * that package by this file: Tone then works on native contexts, and the bundle loses 35 KB (gzipped).
 */
const { AudioContext, AudioWorkletNode, AudioBuffer, OfflineAudioContext } = globalThis;

export { AudioBuffer, AudioContext, AudioWorkletNode, OfflineAudioContext };

export function isAnyAudioContext(value: unknown): boolean {
  return value instanceof AudioContext;
}

export function isAnyOfflineAudioContext(value: unknown): boolean {
  return value instanceof OfflineAudioContext;
}

export function isAnyAudioNode(value: unknown): boolean {
  return value instanceof AudioNode;
}

export function isAnyAudioParam(value: unknown): boolean {
  return value instanceof AudioParam;
}

export async function isSupported(): Promise<boolean> {
  return AudioContext !== undefined && AudioWorkletNode !== undefined;
}
