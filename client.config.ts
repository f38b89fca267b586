import { fileURLToPath } from "node:url";
import type { UserConfig } from "vite";

/** What every build, dev server and browser test of the client shares. */
export const clientConfig = {
  resolve: {
    alias: {
      // The core alone: no spatial audio, 2 KB less.
      howler: fileURLToPath(new URL("./node_modules/howler/dist/howler.core.min.js", import.meta.url)),
      // Tone's wrapper around Web Audio leaks nodes and weighs 40 KB gzipped: docs/decisions/native-audio.md.
      "standardized-audio-context": fileURLToPath(new URL("./src/engine/native-audio.ts", import.meta.url)),
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // AudioWorklet.addModule takes a classic bundle in every browser.
  worker: { format: "iife" },
} satisfies UserConfig;
