import { tmpdir } from "node:os";
import { join } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { clientConfig } from "./client.config.ts";
import { bundledWorklets } from "./src/cli/chromium/bundled-worklets.ts";
import { CHROMIUM_ARGS, findTestChromium } from "./src/cli/chromium/find.ts";
import { QUIET_WRANGLER } from "./src/cli/serve/quiet-wrangler.ts";
import { slowAnswer } from "./test/helper/slow-answer.ts";
import { withoutMaps } from "./test/helper/without-maps.ts";
import { LongestFirst } from "./test/longest-first.ts";

Object.assign(process.env, QUIET_WRANGLER);

const executablePath = findTestChromium();

/** The commands that are tried out read their TypeScript as it was compiled the last time. */
const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache") };

/** Suites of one group run side by side, the groups after one another: what computes, then what listens in real time. */
const [COMPUTING, LISTENING, ALONE] = [0, 1, 2];

/** Tests of the whole: the built app on workerd. */
function whole(name: string, include: string[], groupOrder: number) {
  return {
    ...clientConfig,
    test: {
      name,
      include,
      globalSetup: ["test/served/server.ts"],
      // Nothing here keeps state in a module either, and each worker takes a second to start.
      isolate: false,
      testTimeout: 150_000,
      hookTimeout: 240_000,
      // Each of them may be a page with live sound.
      maxConcurrency: 4,
      env: COMPILED,
      sequence: { groupOrder },
    },
  };
}

/** One run: kernels and documents in Node, the Worker in workerd, graph and screen in Chromium, and the whole, served and heard. */
export default defineConfig({
  test: {
    // As many as a small machine has cores: more take each other's caches, and the whole takes a sixth more work.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...clientConfig,
        test: {
          name: "unit",
          sequence: { groupOrder: COMPUTING },
          include: [
            "test/{session,dsp,layers,night,helper,i18n,store,api,cli}/**/*.test.ts",
            "test/*.test.ts",
          ],
          // Measuring minutes of sound takes its time on a slow machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Nothing here keeps state in a module: files share a worker, and with it the kernels that have been compiled.
          isolate: false,
          env: COMPILED,
          // Node runs kernels and instruments as they are: transformed, each call goes through a lookup, at half the speed.
          server: {
            deps: {
              external: [/\/src\/dsp\//, /\/sounds\/layers\//, /\/test\/helper\/[^/]+(?<!\.test)\.ts$/],
            },
          },
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        // vitest-plugin 1.4.0 cannot read Vitest 5.1's module cache.
        test: {
          name: "worker",
          sequence: { groupOrder: COMPUTING },
          include: ["test/worker/**/*.test.ts"],
          fsModuleCache: false,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        ...clientConfig,
        plugins: [bundledWorklets(), slowAnswer(), withoutMaps()],
        optimizeDeps: {
          // Found before the first test, or the first run reloads in the middle of one.
          include: [
            "howler",
            "preact",
            "preact/hooks",
            "preact/jsx-runtime",
            "preact/jsx-dev-runtime",
            "axe-core",
            "fast-check",
            "fft.js",
            "@preact/signals",
            "idb",
            "jsqr",
            "uqr",
            "valibot",
          ],
          // Left as modules, so that the alias above holds inside Tone.
          exclude: ["tone"],
        },
        test: {
          name: "browser",
          sequence: { groupOrder: LISTENING },
          include: ["test/{engine,ui}/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
          // Files share a page, and with it the modules that have come.
          isolate: false,
          // How long a condition is waited for is no measure of anything.
          expect: { poll: { timeout: 20_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_ARGS] },
            }),
          },
        },
      },
      whole("served", ["test/served/*.test.ts"], COMPUTING),
      whole("e2e", ["test/e2e/!(first-sound).test.ts"], LISTENING),
      // Alone: it measures how soon a press is heard.
      whole("first-sound", ["test/e2e/first-sound.test.ts"], ALONE),
    ],
  },
});
