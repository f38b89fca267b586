import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT } from "../../../src/cli/root.ts";

/** One collection by the garbage collector, as `--trace-gc` prints it: "[pid:isolate]  1234 ms: Scavenge …". */
const COLLECTION = /^\[\d+:0x[0-9a-f]+\]\s+(\d+) ms: (Scavenge|Mark-Compact)/gm;
/** The trace counts from a little earlier than the program does. */
const SLACK_MS = 200;

/** How often the garbage collector ran while ten minutes of a layer were rendered: more than 0 = `process` allocates. */
export async function collectionsOf(id: string): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--trace-gc", "--expose-gc", "test/bench/layers/ten-minutes.ts", id],
    { cwd: ROOT, maxBuffer: 2 ** 24 },
  );
  const span = /^rendered from (\d+) to (\d+) ms$/m.exec(stdout);
  if (!span) throw new Error(`the render of ${id} did not say when it was`);
  const [from, until] = [Number(span[1]) + SLACK_MS, Number(span[2])];
  return [...stdout.matchAll(COLLECTION)].filter(([, at]) => Number(at) > from && Number(at) < until).length;
}
