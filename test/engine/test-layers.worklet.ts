import { heartbeat } from "../../sounds/layers/comfort/heartbeat.ts";
import { white } from "../../sounds/layers/noise/white.ts";
import { bringLayers } from "../../src/engine/worklet/layers-here.ts";
import { testTone } from "./test-tone.ts";

bringLayers(testTone, white, heartbeat);
