import { breathTone } from "./dsp/breath-tone.ts";
import { registerLayerProcessor } from "./engine/worklet/layer-processor.ts";
import { bringLayers, layersHere } from "./engine/worklet/layers-here.ts";
import { registerLimiterProcessor } from "./engine/worklet/limiter-processor.ts";
import { registerTapProcessor } from "./engine/worklet/tap-processor.ts";

/**
 * The composition root of the audio thread: the host of every layer, the breath tone, the limiter, the tap. Layers come
 * in modules of their own (sounds/built/worklets), each when it is first needed.
 */
bringLayers(breathTone);
registerLayerProcessor(layersHere());
registerLimiterProcessor();
registerTapProcessor();
