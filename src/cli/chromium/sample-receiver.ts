import type { Plugin } from "vite";

/** Takes raw float32 samples that a project page posts. */
export interface SampleReceiver {
  /** Serves the address that the page posts to. */
  readonly plugin: Plugin;
  /** What has come since the last time. */
  take(): Float32Array;
}

/** @param path where the page posts to, beginning with a slash */
export function sampleReceiver(path: string): SampleReceiver {
  const parts: Buffer[] = [];
  return {
    plugin: {
      name: `luwte-samples${path.replaceAll("/", "-")}`,
      configureServer(server) {
        server.middlewares.use(path, (request, response) => {
          request.on("data", (data: Buffer) => parts.push(data));
          request.on("end", () => response.end());
        });
      },
    },
    take() {
      const bytes = new Uint8Array(Buffer.concat(parts.splice(0)));
      return new Float32Array(bytes.buffer);
    },
  };
}
