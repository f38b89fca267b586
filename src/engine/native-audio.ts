import { offerCancelAndHold } from "./cancel-and-hold.ts";

/**
 * The nine names Tone.js takes from standardized-audio-context, over the browser's own Web Audio. The build replaces
 * that package by this file: Tone then works on native contexts, and the bundle loses 35 KB (gzipped).
 */
const { AudioContext, AudioWorkletNode, AudioBuffer, OfflineAudioContext } = globalThis;

// Tone takes the method for granted: the package that this replaces brings it along.
if (globalThis.AudioParam) offerCancelAndHold(AudioParam.prototype);

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
