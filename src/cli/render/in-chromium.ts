import { withProjectPage } from "../chromium/project-page.ts";
import { sampleReceiver } from "../chromium/sample-receiver.ts";
import type { PageRequest } from "./page.ts";
import type { StereoChunk } from "./render.ts";

/** Renders in Chromium and hands over chunks [left, right] in order. Throws where there is no Chromium. */
export async function renderInChromium(
  request: PageRequest,
  take: (chunk: StereoChunk) => Promise<void>,
): Promise<void> {
  // The page sends the samples of one chunk, left then right.
  const receiver = sampleReceiver("/chunk");
  await withProjectPage("src/cli/render/page.html", [receiver.plugin], async (page) => {
    await page.waitForFunction(() => "renderNight" in globalThis);
    await page.evaluate((wanted) => globalThis.renderNight(wanted), request);
    while (await page.evaluate(() => globalThis.nextChunk())) {
      const samples = receiver.take();
      await take([samples.subarray(0, samples.length / 2), samples.subarray(samples.length / 2)]);
    }
  });
}
