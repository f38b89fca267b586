import { parseArgs } from "node:util";

export const USAGE = `npm run script -- check [FILE…] [--strict]

Says of each script what is wrong, with line and column, and how to mend it. Without a FILE: all scripts in sounds.
A file is called script.nl.md or script.en.md: the language stands in its name.
--strict  warnings count as errors
Ends with 1 where there is an error, else with 0.`;

export interface ScriptOptions {
  /** As they were given; empty = all. */
  readonly files: readonly string[];
  readonly strict: boolean;
}

/** Reads what stands after `npm run script --`. Throws, saying what is allowed, where something else stands there. */
export function readScriptOptions(args: readonly string[]): ScriptOptions | "help" {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      strict: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return "help";
  const [command, ...files] = positionals;
  if (command !== "check") throw new Error(`there is no command "${command ?? ""}".\n${USAGE}`);
  return { files, strict: values.strict };
}
