import { findLayer, layerIds } from "./content/read-layers.ts";
import { fail, wordsOf } from "./fail.ts";
import { parseRenderArguments, type RenderWish } from "./render/arguments.ts";
import { layerRender } from "./render/layer-render.ts";
import type { Problem, Render } from "./render/render.ts";
import { ROOT } from "./root.ts";
import { WavWriter } from "./wav.ts";

/** `npm run render`: a layer (its kernel, in plain Node), a bed or a session (the real graph, in Chromium) as a WAV file. */
const wish = parseRenderArguments(process.argv.slice(2));
if ("problem" in wish) fail(wish.problem, 2);
const render = await renderOf(wish);
if ("problem" in render) fail(render.problem, 2);
const { out, sampleRate } = wish;
try {
  const frames = Math.round(render.seconds * sampleRate);
  const writer = await WavWriter.open(out, { sampleRate, channelCount: 2, frames, format: "float32" });
  await render.render((chunk) => writer.write(chunk));
  await writer.close();
} catch (error) {
  fail(`The render did not work: ${wordsOf(error)}`);
}

/** A layer needs its own file alone; only for a bed or a session is the content built and Chromium's driver loaded. */
async function renderOf(wished: RenderWish): Promise<Render | Problem> {
  if (wished.kind === "layer") {
    const layer = await findLayer(ROOT, wished.id);
    if (layer) return layerRender(layer, wished);
    return { problem: `There is no layer "${wished.id}". There are: ${(await layerIds(ROOT)).join(", ")}.` };
  }
  const [{ contentOrFail }, { nightRender }] = await Promise.all([
    import("./content/content-or-fail.ts"),
    import("./render/night-render.ts"),
  ]);
  return nightRender(await contentOrFail(ROOT), wished);
}
