import type { Plugin } from "vite";
import { withProjectPage } from "../chromium/project-page.ts";
import type { PageRequest } from "./page.ts";
import type { StereoChunk } from "./render.ts";

/** Renders in Chromium and hands over chunks [left, right] in order. Throws where there is no Chromium. */
export async function renderInChromium(
  request: PageRequest,
  take: (chunk: StereoChunk) => Promise<void>,
): Promise<void> {
  const parts: Buffer[] = [];
  await withProjectPage("src/cli/render/page.html", [receiver(parts)], async (page) => {
    await page.waitForFunction(() => "renderNight" in globalThis);
    await page.evaluate((wanted) => globalThis.renderNight(wanted), request);
    while (await page.evaluate(() => globalThis.nextChunk())) {
      const bytes = new Uint8Array(Buffer.concat(parts.splice(0)));
      const samples = new Float32Array(bytes.buffer);
      await take([samples.subarray(0, samples.length / 2), samples.subarray(samples.length / 2)]);
    }
  });
}

/** Takes what the page sends: the raw samples of one chunk, left then right. */
function receiver(parts: Buffer[]): Plugin {
  return {
    name: "luwte-render-receiver",
    configureServer(server) {
      server.middlewares.use("/chunk", (request, response) => {
        request.on("data", (data: Buffer) => parts.push(data));
        request.on("end", () => response.end());
      });
    },
  };
}
