import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

const PAGE = Buffer.alloc(4096, 1);

/** How many pages a second a log below a folder grows by, each made safe: no write is acknowledged sooner than that. */
export function safePagesPerSecond(folder: string, seconds: number): number {
  const path = join(folder, "disk.measure");
  const file = openSync(path, "w");
  let written = 0;
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    writeSync(file, PAGE);
    fsyncSync(file);
    written++;
  }
  const perSecond = written / ((performance.now() - began) / 1000);
  closeSync(file);
  unlinkSync(path);
  return perSecond;
}
