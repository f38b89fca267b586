import { chromium } from "playwright-core";
import { createServer, type Plugin } from "vite";
import { clientConfig } from "../../../client.config.ts";
import { CHROMIUM_ARGS, findChromium } from "../chromium/find.ts";
import { ROOT } from "../root.ts";
import type { PageRequest } from "./page.ts";
import type { StereoChunk } from "./render.ts";

/** Renders in Chromium: yields chunks [left, right] in order. Throws where there is no Chromium. */
export async function* renderInChromium(request: PageRequest): AsyncGenerator<StereoChunk> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error("there is no Chrome or Chromium; set CHROMIUM to one, or run npm test once.");
  const chunks: Buffer[] = [];
  const server = await createServer({
    ...clientConfig,
    root: ROOT,
    configFile: false,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [receiver(chunks)],
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ""}src/cli/render/page.html`);
    await page.waitForFunction(() => "renderNight" in globalThis);
    await page.evaluate((wanted) => globalThis.renderNight(wanted), request);
    while (await page.evaluate(() => globalThis.nextChunk())) {
      const bytes = Buffer.concat(chunks.splice(0));
      const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
      yield [samples.subarray(0, samples.length / 2), samples.subarray(samples.length / 2)];
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Takes what the page sends: the raw samples of one chunk, left then right. */
function receiver(chunks: Buffer[]): Plugin {
  return {
    name: "luwte-render-receiver",
    configureServer(server) {
      server.middlewares.use("/chunk", (request, response) => {
        request.on("data", (data: Buffer) => chunks.push(data));
        request.on("end", () => response.end());
      });
    },
  };
}
