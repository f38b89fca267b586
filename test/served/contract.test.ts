import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { type Served, serveWorkerd } from "../../src/cli/serve/workerd.ts";
import { PROGRAM, TSCONFIG } from "./generated-client/program.ts";

const run = promisify(execFile);
const OPERATOR_SECRET = "the-secret-of-an-operator-in-a-test";
/** Below the project, so that the program finds openapi-fetch; ignored by git. */
const folder = join(ROOT, "dist/generated-client");
let stateFolder = "";
let served: Served | undefined;
let shared = "";

beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), "luwte-contract-"));
  process.env["LUWTE_OPERATOR_SECRET"] = OPERATOR_SECRET;
  served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});

afterAll(async () => {
  await served?.stop();
  await rm(stateFolder, { recursive: true, force: true });
});

it("a client that openapi-typescript and openapi-fetch make of the contract compiles and works", async () => {
  const address = served?.address ?? "";
  await writeFile(join(folder, "program.ts"), PROGRAM);
  await writeFile(join(folder, "tsconfig.json"), TSCONFIG);
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await run(process.execPath, [
    "--import",
    join(ROOT, "test/served/generated-client/with-typescript-5.mjs"),
    join(ROOT, "node_modules/openapi-typescript/bin/cli.js"),
    `${address}/api/openapi.json`,
    "--output",
    join(folder, "luwte.d.ts"),
  ]);
  // Its complaints stand on the standard output.
  await run(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder]).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
  const { stdout } = await run(process.execPath, [join(folder, "program.ts"), address]);
  const done: { id: string } = JSON.parse(stdout);
  expect(done).toMatchObject({
    kinds: ["guided"],
    session: true,
    revision: 1,
    mix: "mix",
    reported: 204,
    refused: "key-refused",
  });
  shared = done.id;
});

it("the operator reads what was reported, takes it away, and nobody else may", async () => {
  const reports = (args: readonly string[], secret = OPERATOR_SECRET) =>
    run(process.execPath, [join(ROOT, "src/cli/reports.ts"), ...args, "--at", served?.address ?? ""], {
      env: { ...process.env, LUWTE_OPERATOR_SECRET: secret },
    });
  const { stdout } = await reports(["list"]);
  expect(stdout).toContain(`${shared}  mix, 1 report\n`);
  expect(stdout).toContain("other: from the generated client");
  expect(stdout).toContain('"layer":"rain"');

  await expect(reports(["list"], "another-secret-of-thirty-two-and-more")).rejects.toThrow(
    /Only the operator of this service may do this/,
  );
  await expect(reports(["list"], "short")).rejects.toThrow(/Set LUWTE_OPERATOR_SECRET/);
  await expect(reports(["withdraw"])).rejects.toThrow(/Usage: npm run reports/);
  await expect(reports(["dismiss", "nothing"])).rejects.toThrow(/Nothing is shared under this id/);

  expect((await reports(["withdraw", shared])).stdout).toBe(`${shared} is taken away for good.\n`);
  expect((await fetch(`${served?.address}/api/shared/${shared}`)).status).toBe(410);
  expect((await reports(["list"])).stdout).toBe("Nothing is reported.\n");
});
