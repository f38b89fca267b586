import { share } from "../layers.ts";
import { layerSuite } from "./layer-suite.ts";

layerSuite(share(1, 3));
