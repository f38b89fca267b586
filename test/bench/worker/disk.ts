import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

const PAGE = Buffer.alloc(4096, 1);
const PAGES = 50;

/** How many pages a second the disk below a folder makes safe, one after another: no write is acknowledged sooner. */
export function safePagesPerSecond(folder: string, seconds: number): number {
  const path = join(folder, "disk.measure");
  const file = openSync(path, "w");
  let written = 0;
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    writeSync(file, PAGE, 0, PAGE.length, PAGE.length * (written++ % PAGES));
    fdatasyncSync(file);
  }
  const perSecond = written / ((performance.now() - began) / 1000);
  closeSync(file);
  unlinkSync(path);
  return perSecond;
}
