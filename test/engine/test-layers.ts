import { heartbeat } from "../../sounds/layers/comfort/heartbeat.ts";
import { white } from "../../sounds/layers/noise/white.ts";
import type { FindLayer } from "../../src/engine/audio-thread.ts";
import workletUrl from "../../src/worklet.ts?worker&url";
import moduleUrl from "./test-layers.worklet.ts?worker&url";
import { testTone } from "./test-tone.ts";

const layers = [testTone, white, heartbeat];

/** Finds the layers that engine tests play; they come to the audio thread in a module of their own, as real ones do. */
export const findTestLayer: FindLayer = async (id) => {
  const info = layers.find((layer) => layer.id === id);
  return info ? { info, moduleUrl } : null;
};

/** The app's own host with the layers of {@link findTestLayer}. */
export const testThread = { workletUrl, findLayer: findTestLayer } as const;
