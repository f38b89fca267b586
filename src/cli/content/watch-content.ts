import { relative, sep } from "node:path";
import { wordsOf } from "../fail.ts";
import { buildContent } from "./build-content.ts";

interface Watcher {
  on(event: "all", listener: (event: string, path: string) => void): unknown;
  add(path: string): unknown;
}

/** What a writer edits: beds, scripts, names. Layers are code, which only a restart reads anew. */
const EDITED = /^(sounds\/(beds|sessions|opening|narration)\/|src\/i18n\/[^/]+\/[^/]+\.json$)/;

/** Editors save in several steps: wait this long for the last of them, ms. */
const SETTLE_MS = 100;

/** Builds the content again whenever a file of it changes; what must be mended is shown and the last build stays. */
export function watchContent(root: string, watcher: Watcher): void {
  let timer: NodeJS.Timeout | undefined;
  watcher.add(`${root}/sounds`);
  watcher.on("all", (_, path) => {
    if (!EDITED.test(relative(root, path).split(sep).join("/"))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      buildContent(root).catch((error: unknown) => console.error(wordsOf(error)));
    }, SETTLE_MS);
  });
}
