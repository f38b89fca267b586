import type { Plugin } from "vite";
import { cloudflareHeadersFile } from "../../../worker/headers.ts";

/** Writes the `_headers` file by which Cloudflare sets our headers on static files. */
export function headersFile(): Plugin {
  return {
    name: "luwte-headers-file",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: cloudflareHeadersFile() });
    },
  };
}
