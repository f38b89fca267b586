import { describeFinding } from "../session/script/checks/check-script.ts";
import { fail, wordsOf } from "./fail.ts";
import { ROOT } from "./root.ts";
import { checkFiles } from "./script/check-files.ts";
import { readScriptOptions, USAGE } from "./script/options.ts";

/** `npm run script -- check`: says of scripts what is wrong, where, and how to mend it. */
try {
  const options = readScriptOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
  } else {
    const { findings, files } = await checkFiles(ROOT, options.files, process.cwd());
    for (const finding of findings) console.log(describeFinding(finding));
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const warnings = findings.length - errors;
    console.log(`${files} scripts, ${errors} errors, ${warnings} warnings`);
    process.exitCode = errors > 0 || (options.strict && warnings > 0) ? 1 : 0;
  }
} catch (error) {
  fail(`script: ${wordsOf(error)}`);
}
