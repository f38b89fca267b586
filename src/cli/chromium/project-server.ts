import { createServer, type Plugin } from "vite";
import { clientConfig } from "../../../client.config.ts";
import { ROOT } from "../root.ts";
import { bundledWorklets } from "./bundled-worklets.ts";

/**
 * Serves the project's own sources on loopback, by Vite, for as long as `use` takes.
 * @param use told the address, with a slash at the end
 */
export async function withProjectServer<Result>(
  plugins: readonly Plugin[],
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const server = await createServer({
    ...clientConfig,
    root: ROOT,
    configFile: false,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [bundledWorklets(), ...plugins],
  });
  try {
    await server.listen();
    return await use(server.resolvedUrls?.local[0] ?? "");
  } finally {
    await server.close();
  }
}
