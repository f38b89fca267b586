import { BLOCK_FRAMES } from "../../dsp/layer.ts";

declare global {
  /** In the audio thread, where a browser knows quanta of other sizes than 128. */
  var renderQuantumSize: number | undefined;
}

/** What a bus without a source passes: one call of it. */
export const SILENCE = new Float32Array(globalThis.renderQuantumSize ?? BLOCK_FRAMES);
