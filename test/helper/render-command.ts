import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../src/cli/root.ts";
import { parseWav, type Wav } from "../../src/cli/wav-format.ts";

export interface Ran {
  readonly status: number;
  readonly stderr: string;
  /** The file as it was written; empty where none was. */
  readonly bytes: Buffer;
}

/** Runs `render` as a person would, into a folder of its own. */
export async function runRender(...args: string[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), "luwte-render-"));
  const out = join(folder, "a.wav");
  const command = ["src/cli/render.ts", ...args, "--out", out];
  const { status, stderr } = await new Promise<Omit<Ran, "bytes">>((resolve) => {
    const child = execFile(process.execPath, command, { cwd: ROOT }, (_error, _stdout, errors) =>
      resolve({ status: child.exitCode ?? -1, stderr: errors }),
    );
  });
  const bytes = await readFile(out).catch(() => Buffer.alloc(0));
  await rm(folder, { recursive: true });
  return { status, stderr, bytes };
}

/** What a render sounds like; throws, with what it said, where it did not work. */
export async function rendered(...args: string[]): Promise<Wav> {
  const { status, stderr, bytes } = await runRender(...args);
  if (status !== 0) throw new Error(stderr);
  return parseWav(bytes);
}

/** The first frame at which a stretch differs from the long render's from there on; -1 = nowhere. */
export function firstDifference(stretch: Wav, long: Wav, fromSeconds: number): number {
  const from = Math.round(fromSeconds * long.sampleRate);
  for (const [side, channel] of stretch.channels.entries()) {
    const at = channel.findIndex((sample, frame) => sample !== long.channels[side]?.[from + frame]);
    if (at >= 0) return at;
  }
  return -1;
}
