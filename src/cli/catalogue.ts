import { parseArgs } from "node:util";
import { catalogueTable } from "./catalogue/table.ts";
import { catalogueOf } from "./content/catalogue-file.ts";
import { describeContentIssue } from "./content/content-issue.ts";
import { readContent } from "./content/read-content.ts";
import { fail } from "./fail.ts";
import { ROOT } from "./root.ts";

/**
 * `npm run catalogue`: what there is to hear, as a table or, with --json, as one line of JSON.
 * npm writes a header to standard output; `npm run --silent catalogue -- --json` and `npm run catalogue --json` do
 * without it (the second is npm's own option, which reaches this command as a variable).
 */
const USAGE = "Usage: npm run --silent catalogue [-- --json]";

const json = wantsJson();
const content = await readContent(ROOT);
if (!("sessions" in content)) fail(content.map(describeContentIssue).join("\n"));
const catalogue = catalogueOf(content.layers, content.sessions, content.narration.packs);
process.stdout.write(`${json ? JSON.stringify(catalogue) : catalogueTable(catalogue)}\n`);

function wantsJson(): boolean {
  try {
    const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
    return values.json || process.env["npm_config_json"] === "true";
  } catch {
    return fail(USAGE, 2);
  }
}
