import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type NarrationManifest, parseNarrationManifest } from "../../session/narration.ts";
import type { PackState } from "./plan-pack.ts";

/** The folder of one pack: a manifest, and `<session>/<line>.mp3` beside it. */
export class PackFolder {
  readonly path: string;

  constructor(root: string, language: string, narrator: string) {
    this.path = join(root, "sounds/narration", language, narrator);
  }

  file(key: string): string {
    return join(this.path, `${key}.mp3`);
  }

  /** The manifest; null where there is none. Throws, naming the file, where it is damaged. */
  async readManifest(): Promise<NarrationManifest | null> {
    const file = join(this.path, "manifest.json");
    const text = await readFile(file, "utf8").catch(() => null);
    if (text === null) return null;
    const parsed = parseNarrationManifest(jsonOrNull(text));
    if (parsed.ok) return parsed.manifest;
    const why = parsed.issues.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join("\n  ");
    throw new Error(`${file} is damaged; mend it or remove it:\n  ${why}`);
  }

  /** Writes the manifest, its lines sorted so that a change shows as a small difference. */
  async writeManifest(manifest: NarrationManifest): Promise<void> {
    const lines = Object.fromEntries(Object.entries(manifest.lines).sort(([a], [b]) => (a < b ? -1 : 1)));
    const file = join(this.path, "manifest.json");
    await mkdir(this.path, { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify({ ...manifest, lines }, null, 2)}\n`);
    await rename(`${file}.new`, file);
  }

  async readState(): Promise<PackState> {
    const manifest = await this.readManifest();
    const files = new Map<string, string>();
    const entries = await readdir(this.path, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith(".mp3")) continue;
      const path = join(entry.parentPath, entry.name);
      const key = path.slice(this.path.length + 1, -".mp3".length).replaceAll("\\", "/");
      files.set(key, sha256(await readFile(path)));
    }
    return { lines: manifest?.lines ?? {}, files };
  }

  async prepare(key: string): Promise<void> {
    await mkdir(dirname(this.file(key)), { recursive: true });
  }

  /** Removes a recording, and its session's folder when that leaves it empty. */
  async remove(key: string): Promise<void> {
    await rm(this.file(key), { force: true });
    const folder = dirname(this.file(key));
    if ((await readdir(folder)).length === 0) await rm(folder, { recursive: true });
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
