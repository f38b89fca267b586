import { createServer } from "vite";
import { contentOrFail } from "./content/content-or-fail.ts";
import { watchContent } from "./content/watch-content.ts";
import { ROOT } from "./root.ts";

/** `npm run dev`: client with hot reload and the Worker in workerd on one port; content is built again when it changes. */

// Nothing is sent, and nothing written outside the project.
Object.assign(process.env, {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_WRITE_LOGS: "false",
  WRANGLER_HIDE_BANNER: "true",
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
});

await contentOrFail(ROOT);
const server = await createServer({ root: ROOT });
await server.listen(Number(process.env["PORT"] || 5173));
server.printUrls();
watchContent(ROOT, server.watcher);
