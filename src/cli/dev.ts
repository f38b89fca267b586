import { createServer } from "vite";
import { contentOrFail } from "./content/content-or-fail.ts";
import { watchContent } from "./content/watch-content.ts";
import { ROOT } from "./root.ts";
import { QUIET_WRANGLER } from "./serve/quiet-wrangler.ts";

/** `npm run dev`: client with hot reload and the Worker in workerd on one port; content is built again when it changes. */

Object.assign(process.env, QUIET_WRANGLER);

await contentOrFail(ROOT);
const server = await createServer({ root: ROOT });
await server.listen(Number(process.env["PORT"] || 5173));
server.printUrls();
watchContent(ROOT, server.watcher);
