import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { contentOrFail } from "./content/content-or-fail.ts";
import { ROOT } from "./root.ts";

/** `npm run check`: content, types in every configuration, formatting and lint, import directions. */
const bin = (name: string) => join(ROOT, "node_modules/.bin", name);
const types = (name: string) => ({
  name: `types ${name}`,
  command: [bin("tsc"), "-p", name],
});
const CHECKS = [
  types("tsconfig.json"),
  types("tsconfig.worklet.json"),
  types("tsconfig.worker.json"),
  types("tsconfig.node.json"),
  types("tsconfig.test.json"),
  { name: "format and lint", command: [bin("biome"), "ci", "--error-on-warnings", "--colors=off"] },
  {
    name: "import directions",
    command: [bin("vitest"), "run", "--project", "unit", "test/architecture.test.ts"],
  },
] as const;

await contentOrFail(ROOT);
let failed = 0;
for (const { name, command } of CHECKS) {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: "utf8" });
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name}`);
  if (status === 0) continue;
  failed++;
  console.log(stdout + stderr);
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
