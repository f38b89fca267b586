import { white } from "../../sounds/layers/noise/white.ts";
import type { LayerDefinition } from "../../src/dsp/layer.ts";
import { registerLayerProcessor } from "../../src/engine/worklet/layer-processor.ts";
import { registerLimiterProcessor } from "../../src/engine/worklet/limiter-processor.ts";
import { registerTapProcessor } from "../../src/engine/worklet/tap-processor.ts";
import { testTone } from "./test-tone.ts";

const layers: readonly LayerDefinition[] = [testTone, white];

registerLayerProcessor(new Map(layers.map((layer) => [layer.id, layer])));
registerLimiterProcessor();
registerTapProcessor();
