import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT } from "./root.ts";
import { outputStatesPage } from "./states/output-states.ts";

/** `npm run states`: writes the table of the night's output states, from the machine that the app runs. */
const page = join(ROOT, "docs/night/output-states.md");
await mkdir(dirname(page), { recursive: true });
await writeFile(page, outputStatesPage());
