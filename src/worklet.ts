import { breathTone } from "./dsp/breath-tone.ts";
import type { LayerDefinition } from "./dsp/layer.ts";
import { registerLayerProcessor } from "./engine/worklet/layer-processor.ts";
import { registerLimiterProcessor } from "./engine/worklet/limiter-processor.ts";
import { registerTapProcessor } from "./engine/worklet/tap-processor.ts";

/** The composition root of the audio thread: every layer in sounds/layers, the breath tone, the limiter, the tap. */
const files = import.meta.glob<Record<string, LayerDefinition>>("../sounds/layers/**/*.ts", { eager: true });
const layers = Object.values(files).flatMap((file) => Object.values(file));

registerLayerProcessor(new Map([...layers, breathTone].map((layer) => [layer.id, layer])));
registerLimiterProcessor();
registerTapProcessor();
