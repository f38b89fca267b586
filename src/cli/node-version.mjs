import module from "node:module";

/** Comes before every command, in plain JavaScript: a Node that cannot read TypeScript says so in one line. */
if (!process.features.typescript) {
  console.error(
    `Luwte's commands need Node 22.18 or newer; this is ${process.version}. On Linux, x64 or arm64, npm ci brings one along.`,
  );
  process.exit(1);
}
// Types are stripped once, not at every start: half a second less.
module.enableCompileCache?.();
