import { defineConfig, mergeConfig } from "vite";
import { clientConfig } from "./client.config.ts";
import { headersFile } from "./src/cli/serve/headers-file.ts";

/**
 * The session document and its validator: what reads a kept night needs them whole, before the first sound. Left alone
 * they become nine small files, each with its own wrapping and poorly compressed: 1.1 KB more.
 */
const DOCUMENTS =
  /node_modules\/valibot\/|src\/session\/(values|item|schema|script-meta|parse|migrate|extent|issue|language|person\/caution)\.ts$/;

/**
 * The client; in development the Worker too, in workerd, on the same port. A build makes the client alone: the
 * self-hosted Worker is built by src/cli/serve/build-app.ts, Cloudflare's by wrangler from wrangler.toml.
 */
export default defineConfig(async ({ command }) =>
  mergeConfig(clientConfig, {
    appType: "spa",
    build: {
      outDir: "dist/client",
      emptyOutDir: true,
      // Given second names instead, by src/cli/serve/build-app.ts.
      copyPublicDir: false,
      target: "es2023",
      // Nothing is inlined: the content security policy allows no data: scripts, and audio is never needed at once.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The first night's bed stands in the main bundle and in the list of bundled sessions: meant so.
      rolldownOptions: {
        checks: { ineffectiveDynamicImport: false },
        output: { codeSplitting: { groups: [{ name: "documents", test: DOCUMENTS }] } },
      },
    },
    plugins: command === "serve" ? [await workerBeside()] : [headersFile()],
  }),
);

/** Loaded for development alone: wrangler comes with it, a second of every build. */
async function workerBeside() {
  const { cloudflare } = await import("@cloudflare/vite-plugin");
  return cloudflare({ inspectorPort: false });
}
