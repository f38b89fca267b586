import type { Page } from "playwright-core";
import { withProjectPage } from "../chromium/project-page.ts";
import { type SampleReceiver, sampleReceiver } from "../chromium/sample-receiver.ts";
import { CHUNK_PATH } from "./chunk-path.ts";
import type { PageRequest } from "./page.ts";
import type { StereoChunk } from "./render.ts";

/** Renders in Chromium and hands over chunks [left, right] in order. Throws where there is no Chromium. */
export async function renderInChromium(
  request: PageRequest,
  take: (chunk: StereoChunk) => Promise<void>,
): Promise<void> {
  const receiver = sampleReceiver(CHUNK_PATH);
  await withProjectPage("src/cli/render/page.html", [receiver.plugin], async (page) => {
    for await (const chunk of chunksFrom(page, receiver, request)) await take(chunk);
  });
}

/**
 * The chunks of a render, from a page that has src/cli/render/page.ts in it: while one is listened to, the page renders
 * the next.
 */
export async function* chunksFrom(
  page: Page,
  receiver: SampleReceiver,
  request: PageRequest,
): AsyncGenerator<StereoChunk> {
  await page.waitForFunction(() => "renderNight" in globalThis);
  await page.evaluate((wanted) => globalThis.renderNight(wanted), request);
  const render = () => page.evaluate(() => globalThis.nextChunk());
  let coming = render();
  try {
    while (await coming) {
      const chunk = stereo(receiver);
      coming = render();
      yield chunk;
    }
  } finally {
    // Whoever stops listening closes the page on what was still coming.
    coming.catch(() => undefined);
  }
}

/** What a page has posted: left, then right. */
export function stereo(receiver: SampleReceiver): StereoChunk {
  const samples = receiver.take();
  return [samples.subarray(0, samples.length / 2), samples.subarray(samples.length / 2)];
}
