import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildContent } from "../../src/cli/content/build-content.ts";
import { ROOT } from "../../src/cli/root.ts";
import { buildApp } from "../../src/cli/serve/build-app.ts";
import { isBuilt } from "../../src/cli/serve/is-built.ts";
import { type Served, serveWorkerd } from "../../src/cli/serve/workerd.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built app is served, without a slash at the end: `inject("address")`. */
    address: string;
  }
}

let served: Served | undefined;
let stateFolder: string | undefined;

/** Before the end-to-end tests: the real app, built, on raw workerd, on any free port, with a state of its own. */
export async function setup(project: TestProject): Promise<void> {
  if (!(await isBuilt(ROOT))) {
    await buildContent(ROOT);
    await buildApp(ROOT);
  }
  stateFolder = await mkdtemp(join(tmpdir(), "luwte-served-"));
  served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  project.provide("address", served.address);
}

export async function teardown(): Promise<void> {
  await served?.stop();
  if (stateFolder) await rm(stateFolder, { recursive: true, force: true });
}
