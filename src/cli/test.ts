import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { findTestChromium } from "./chromium/find.ts";
import { installChromium } from "./chromium/install.ts";
import { buildContent } from "./content/build-content.ts";
import { wordsOf } from "./fail.ts";
import { ROOT } from "./root.ts";
import { buildApp } from "./serve/build-app.ts";
import { countsOf } from "./suite/counts.ts";

/** `npm test`: every suite, in Node, workerd and Chromium. Arguments go to Vitest: `npm test -- --project unit`. */
const REPORT = join(ROOT, ".luwte/reports/tests.json");

const chromium = findTestChromium() ?? installChromium(ROOT);
if (chromium === null) {
  giveUp("No Chrome or Chromium was found: install one, or name its path in CHROMIUM=/path/to/chromium");
}
await buildContent(ROOT).catch(giveUp);
await buildApp(ROOT).catch(giveUp);

await mkdir(join(ROOT, ".luwte/reports"), { recursive: true });
await rm(REPORT, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORT}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, CHROMIUM: chromium } },
);
const report: unknown = JSON.parse(await readFile(REPORT, "utf8").catch(() => "null"));
const { passed, failed } = countsOf(report, status === 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What cannot be tested has failed: the last line says so too. */
function giveUp(reason: unknown): never {
  console.error(wordsOf(reason));
  console.log("0 passed, 1 failed");
  process.exit(1);
}
