import { BLOCK_FRAMES } from "../dsp/layer.ts";

declare global {
  /** Web Audio API 1.1, 1.2.6: not in every browser yet, nor in TypeScript's own library. */
  interface AudioContextOptions {
    renderSizeHint?: "default" | "hardware" | number;
  }
  interface OfflineAudioContextOptions {
    renderSizeHint?: "default" | "hardware" | number;
  }
}

/**
 * Frames that a context renders in one go, where a browser lets one ask; elsewhere 128. Each node costs something each time
 * it is called, so a bed of eight layers takes a fifth less (docs/decisions/engine.md). A whole number of blocks.
 */
export const QUANTUM_FRAMES = 4 * BLOCK_FRAMES;
