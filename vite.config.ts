import { defineConfig, mergeConfig } from "vite";
import { clientConfig } from "./client.config.ts";
import { headersFile } from "./src/cli/serve/headers-file.ts";

/**
 * What is needed at one time comes in one file: each request is some 10 ms of work for a device, and small files
 * compress poorly. A group takes along what its modules import, unless a group before it has that already.
 */
const TOGETHER = [
  { name: "night", test: /\/src\/main\.ts$/ },
  { name: "store", test: /\/src\/store\/store\.ts$|\/node_modules\/idb\// },
  { name: "guide", test: /\/src\/(engine\/(guide-track|line-feeder|room)|night\/guides)\.ts$/ },
  {
    name: "evening",
    test: /\/src\/(layers|api\/(presets|presetList|bundled|opening)|ui\/(care\/(care|CareSheet)|sheets\/SheetBody))\.tsx?$/,
  },
  {
    name: (id: string) => /(\w+)\/\w+\.json$/.exec(id)?.[1] ?? null,
    debugName: "words of a language",
    test: /\/i18n\/\w+\/(care|sheets)\.json$/,
  },
];

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
        output: {
          codeSplitting: {
            groups: TOGETHER.map((group, index) => ({ ...group, priority: TOGETHER.length - index })),
          },
        },
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
