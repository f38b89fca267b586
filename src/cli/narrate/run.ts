import { spawn } from "node:child_process";

/** A program that could not be started, or that ended badly; its message is for people. */
export class ProgramError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProgramError";
  }
}

/**
 * Runs a program without a shell and returns what it printed.
 * @param input what it reads on its standard input
 * @throws {ProgramError} where it is missing or fails, with the end of what it said
 */
export async function run(
  program: string,
  args: readonly string[],
  input: Uint8Array | string = "",
): Promise<Uint8Array> {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  const output: Uint8Array[] = [];
  let complaints = "";
  child.stdout.on("data", (chunk: Uint8Array) => output.push(chunk));
  child.stderr.on("data", (chunk: Uint8Array) => {
    complaints = (complaints + chunk.toString()).slice(-2000);
  });
  // A program that does not read its input closes the pipe; how it ended is told by its exit code.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "ENOENT" ? "was not found." : `could not be started (${error.code}).`;
      reject(new ProgramError(`${program} ${why}`));
    });
    child.on("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new ProgramError(`${program} ended with ${signal ?? code}: ${lastLine(complaints)}`));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) || "it said nothing.";
}
