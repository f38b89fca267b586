import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { outputStatesPage } from "../../src/cli/states/output-states.ts";

test("the table of output states is the machine's own (else: npm run states)", async () => {
  expect(await readFile(join(ROOT, "docs/night/output-states.md"), "utf8")).toBe(outputStatesPage());
});
