import type { Plugin } from "vite";

/**
 * Lets what the tests import come to their pages without source maps, which are most of what a page would read and look through.
 * The tests' own modules keep theirs: a failure points there.
 */
export function withoutMaps(): Plugin {
  return {
    name: "luwte-without-maps",
    apply: "serve",
    enforce: "post",
    transform: (code, id) => (id.includes("/test/") ? null : { code, map: { mappings: "" } }),
  };
}
