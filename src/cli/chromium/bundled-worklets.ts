import { build, type Plugin } from "vite";
import { clientConfig } from "../../../client.config.ts";

/** What asks for the address of an audio thread's module, or for a thread of its own. */
const ASKED = /\?worker(&url)?$/;
const PREFIX = "/@worklet/";

/**
 * A dev server hands an audio thread its modules one by one, and every context asks for all of them anew: a night rendered
 * in chunks asks ten thousand times. With this plugin each comes as the one file that it is in the built app, bundled when it is
 * first asked for; and so does what a worker runs.
 */
export function bundledWorklets(): Plugin {
  const bundles = new Map<string, Promise<string>>();
  let root = "";
  const bundleOf = (file: string) => {
    const bundle = bundles.get(file) ?? bundled(root, file);
    bundles.set(file, bundle);
    return bundle;
  };
  return {
    name: "luwte-bundled-worklets",
    apply: "serve",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
    },
    load(id) {
      if (!ASKED.test(id)) return null;
      const file = id.replace(ASKED, "").slice(root.length);
      const address = JSON.stringify(`${PREFIX}${file.slice(1)}.js`);
      return id.endsWith("&url")
        ? `export default ${address};`
        : `export default class extends Worker { constructor() { super(${address}); } }`;
    },
    configureServer(server) {
      server.watcher.on("change", () => bundles.clear());
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        if (!path.startsWith(PREFIX)) return next();
        bundleOf(path.slice(PREFIX.length).replace(/\.js$/, "")).then((code) => {
          response.setHeader("content-type", "text/javascript");
          response.setHeader("cache-control", "no-cache");
          response.end(code);
        }, next);
      });
    },
  };
}

/** One script from a module and all that it imports. */
async function bundled(root: string, file: string): Promise<string> {
  const output = await build({
    ...clientConfig,
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "esnext",
      rolldownOptions: { input: `${root}/${file}`, output: { format: "iife", codeSplitting: false } },
    },
  });
  const [made] = [output].flat();
  if (!made || !("output" in made)) throw new Error(`${file}: nothing was bundled`);
  return made.output[0].code;
}
