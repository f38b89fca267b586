import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "../../src/cli/root.ts";

export interface Launched {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  errors(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Runs `npm start`. @param descriptors as many as it and all that it starts may have */
export function launch(environment: Record<string, string>, descriptors?: number): Launched {
  const limit = descriptors === undefined ? "" : `ulimit -n ${descriptors}; `;
  const child = spawn("/bin/sh", ["-c", `${limit}exec npm --silent start`], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  return { child, output: () => output, errors: () => errors, ended };
}

/** The address that it prints once it serves. */
export async function addressOf(launched: Launched): Promise<string> {
  for (;;) {
    const found = /http:\/\/[\d.:]+/.exec(launched.output());
    if (found) return found[0];
    const stdout = launched.child.stdout;
    const more = stdout ? once(stdout, "data") : Promise.reject(new Error("no output"));
    const ended = launched.ended.then((code) => {
      throw new Error(`ended with ${code}: ${launched.errors()}`);
    });
    await Promise.race([more, ended]);
  }
}
