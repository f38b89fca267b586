import { contentOrFail } from "./content/content-or-fail.ts";
import { readLayers } from "./content/read-layers.ts";
import { fail, wordsOf } from "./fail.ts";
import { parseRenderArguments } from "./render/arguments.ts";
import { layerRender } from "./render/layer-render.ts";
import { nightRender } from "./render/night-render.ts";
import { ROOT } from "./root.ts";
import { WavWriter } from "./wav.ts";

/** `npm run render`: a layer (its kernel, in plain Node), a bed or a session (the real graph, in Chromium) as a WAV file. */
const wish = parseRenderArguments(process.argv.slice(2));
if ("problem" in wish) fail(wish.problem, 2);
const render =
  wish.kind === "layer"
    ? layerRender(await readLayers(ROOT), wish)
    : nightRender(await contentOrFail(ROOT), wish);
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
