import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { contentOrFail } from "./content/content-or-fail.ts";
import { failWith } from "./fail.ts";
import { ROOT } from "./root.ts";
import { buildApp } from "./serve/build-app.ts";
import { QUIET_WRANGLER } from "./serve/quiet-wrangler.ts";

/** `npm run deploy`: puts the same app on Cloudflare's network. `npm run deploy -- --dry-run` only shows what would go. */
await contentOrFail(ROOT);
await buildApp(ROOT).catch(failWith);
const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
const { status } = spawnSync(process.execPath, [wrangler, "deploy", ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, ...QUIET_WRANGLER },
});
process.exitCode = status ?? 1;
