import { durationSeconds } from "../duration.ts";
import type { ReadDirective } from "./directive.ts";
import { readSceneParams } from "./scene-params.ts";

/** `[scene ocean -3dB over 30s]`, `[scene rain -3dB over 30s, surface=window, intensity=0.4]` */
export const readScene: ReadDirective = (directive, { known, report, wrong }) => {
  const { words, more, line, column } = directive;
  const [layer = "", gain = "", over, length = ""] = words;
  const gainDb = Number(/^([+-]?\d+(?:\.\d+)?)dB$/.exec(gain)?.[1]);
  const overSeconds = durationSeconds(length);
  const fits =
    words.length === 4 &&
    /^[a-z][a-z0-9-]{0,39}$/.test(layer) &&
    gainDb >= -60 &&
    gainDb <= 6 &&
    over === "over" &&
    overSeconds !== null &&
    overSeconds >= 3 &&
    overSeconds <= 600;
  if (!fits) {
    return wrong("A scene needs a layer, a level of -60dB to 6dB, and a change of 3s to 10m.");
  }
  const info = known.layers?.find(({ id }) => id === layer);
  if (known.layers && !info) {
    const ids = known.layers.map(({ id }) => id).join(", ");
    report(line, column, "layer-unknown", `No layer is called “${layer}”. Known are ${ids}.`);
    return null;
  }
  if (more.length === 0) return { scene: { layer, gainDb, overSeconds } };
  const params = readSceneParams(more, info, (code, message) => report(line, column, code, message));
  return params && { scene: { layer, gainDb, overSeconds, params } };
};
