import { resolve } from "node:path";
import { fail, failWith } from "./fail.ts";
import { ROOT } from "./root.ts";
import { backUp } from "./state/back-up.ts";
import { stateFolderOf } from "./state/folder.ts";

/** `npm run backup -- FILE`: everything that the service keeps, in one file, while it runs or not. */
const [file, ...others] = process.argv.slice(2);
if (!file || file.startsWith("-") || others.length > 0) fail("Usage: npm run backup -- FILE", 2);
const folder = stateFolderOf(ROOT);
const databases = await backUp(folder, resolve(process.env["INIT_CWD"] ?? ".", file)).catch(failWith);
console.log(`${databases} databases of ${folder} are in ${file}. Keep it as safe as the service itself.`);
