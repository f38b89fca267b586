import { breathTone } from "./dsp/breath-tone.ts";
import type { LayerDefinition } from "./dsp/layer.ts";
import { registerLayerProcessor } from "./engine/worklet/layer-processor.ts";
import { bringLayers, layersHere } from "./engine/worklet/layers-here.ts";
import { registerLimiterProcessor } from "./engine/worklet/limiter-processor.ts";
import { registerShelfProcessor } from "./engine/worklet/shelf-processor.ts";
import { registerTapProcessor } from "./engine/worklet/tap-processor.ts";

/**
 * The composition root of the audio thread: the host of every layer, the breath tone, the limiter, the sleep shelf, the tap, and the
 * layers of the first night's bed. All others come in modules of their own (sounds/built/worklets), each when it is first
 * needed.
 */
const [first] = Object.values(
  import.meta.glob<{ readonly layers: readonly LayerDefinition[] }>("../sounds/built/first/kernels.ts", {
    eager: true,
  }),
);

bringLayers(breathTone, ...(first?.layers ?? []));
registerLayerProcessor(layersHere());
registerLimiterProcessor();
registerShelfProcessor();
registerTapProcessor(Date.now);
