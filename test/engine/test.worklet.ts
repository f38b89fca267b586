import { white } from "../../sounds/layers/noise/white.ts";
import { registerLayerProcessor } from "../../src/engine/worklet/layer-processor.ts";
import { registerLimiterProcessor } from "../../src/engine/worklet/limiter-processor.ts";
import { registerTapProcessor } from "../../src/engine/worklet/tap-processor.ts";
import { testTone } from "./test-tone.ts";

registerLayerProcessor(new Map([testTone, white].map((layer) => [layer.id, layer])));
registerLimiterProcessor();
registerTapProcessor();
