import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../src/cli/root.ts";
import type { SiteManifest } from "../../worker/site/manifest.ts";

export interface NeededFile {
  /** As the browser asks for it. */
  readonly path: string;
  /** Of its content as it is served. */
  readonly gzipBytes: number;
}

/**
 * What has to come before a bed can be heard, read from the build in dist/: the page, its style sheets and scripts with
 * all that these import, one language's words (the larger), the audio thread's module (with the first bed's
 * layers), and what reads the kept routine (loaded apart, but awaited before the press can follow it).
 */
export async function firstSoundFiles(): Promise<readonly NeededFile[]> {
  const manifest: SiteManifest = JSON.parse(await readFile(join(ROOT, "dist/selfhost/site.json"), "utf8"));
  const textOf = (path: string) => readFile(join(ROOT, "dist/client", path), "utf8");
  const sizeOf = (path: string) => manifest[path]?.gzipBytes ?? manifest[path]?.bytes ?? Number.NaN;
  const page = await textOf("/index.html");
  const styles = found(page, /<link rel="stylesheet"[^>]* href="(\/assets\/[^"]+)"/g);
  const scripts = found(
    page,
    /<(?:script type="module"|link rel="modulepreload")[^>]* (?:src|href)="([^"]+)"/g,
  );
  const entry = (await Promise.all(scripts.map(textOf))).join("\n");
  const named = (name: string) => {
    const paths = found(entry, new RegExp(`["'\`](?:\\.|/assets)/(${name}-[\\w-]+\\.js)["'\`]`, "g")).map(
      asset,
    );
    const [largest] = paths.sort((a, b) => sizeOf(b) - sizeOf(a));
    if (!largest) throw new Error(`the build has no ${name}`);
    return largest;
  };
  const roots = [...scripts, named("messages"), named("worklet")];
  const needed = new Set(["/index.html", ...styles]);
  for (const path of roots) await follow(path, /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)/g);
  await follow(named("store"), /(?:from|import)\s*\(?["'`]\.\/([^"'`]+\.js)/g);
  return [...needed].map((path) => ({ path: path === "/index.html" ? "/" : path, gzipBytes: sizeOf(path) }));

  async function follow(path: string, imports: RegExp): Promise<void> {
    if (needed.has(path)) return;
    needed.add(path);
    for (const next of found(await textOf(path), imports)) await follow(asset(next), imports);
  }
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, path]) => (path ? [path] : []));
}

function asset(name: string): string {
  return `/assets/${name}`;
}
