import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FIGURE = /loudnessLufs: -?\d+(\.\d+)?/;

/** Puts a measured loudness into the file that defines the layer. Throws where no file does. */
export async function writeLoudness(root: string, id: string, lufs: number): Promise<void> {
  const folder = join(root, "sounds/layers");
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".ts")) continue;
    const text = await readFile(join(folder, name), "utf8");
    if (!text.includes(`id: "${id}"`) || !FIGURE.test(text)) continue;
    await writeFile(join(folder, name), text.replace(FIGURE, `loudnessLufs: ${lufs.toFixed(1)}`));
    return;
  }
  throw new Error(`layer ${id}: no file in sounds/layers with its id and a loudnessLufs`);
}
