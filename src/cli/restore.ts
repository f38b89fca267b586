import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, failWith } from "./fail.ts";
import { ROOT } from "./root.ts";
import { stateFolderOf } from "./state/folder.ts";
import { restore } from "./state/restore.ts";

/** `npm run restore -- FILE [--force]`: puts what `npm run backup` kept in place. The service must not run. */
const USAGE = "Usage: npm run restore -- FILE [--force]";

const { positionals, values } = readArguments();
const [file, ...others] = positionals;
if (!file || others.length > 0) fail(USAGE, 2);
const folder = stateFolderOf(ROOT);
const { databases, aside } = await restore(
  resolve(process.env["INIT_CWD"] ?? ".", file),
  folder,
  values.force,
).catch(failWith);
console.log(`${databases} databases are in ${folder}.${aside ? ` What was there is in ${aside}.` : ""}`);

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { force: { type: "boolean", default: false } } });
  } catch {
    return fail(USAGE, 2);
  }
}
