import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Bench } from "./bench/bench.ts";
import { benchTable } from "./bench/table.ts";
import { fail, wordsOf } from "./fail.ts";
import { ROOT } from "./root.ts";

/**
 * `npm run bench -- NAME [WHAT …] [--json [FILE]]`: measures; without a name it lists what can be measured. JSON goes to
 * the file, or without one to the output in place of the table.
 */
const USAGE = "Usage: npm run bench -- [NAME [WHAT …]] [--json [FILE]]";
const FOLDER = join(ROOT, "test/bench");

const { positionals, values } = readArguments();
const names = await benchNames();
const [name, ...only] = positionals;
if (name === undefined) {
  for (const each of names) console.log(`${each.padEnd(14)} ${(await load(each)).about}`);
} else if (names.includes(name)) {
  await run(name, only);
} else {
  fail(`There is no bench "${name}". There are: ${names.join(", ")}.`, 2);
}

async function run(name: string, only: readonly string[]): Promise<void> {
  try {
    const result = await (await load(name)).run(only.length > 0 ? only : undefined);
    const json = JSON.stringify({ bench: name, ...result }, null, 2);
    console.log(values.json === "" ? json : benchTable(result));
    if (values.json) await writeFile(values.json, `${json}\n`);
    if (result.bounds.some((bound) => !bound.holds)) process.exitCode = 1;
  } catch (error) {
    fail(`The bench ${name} did not work: ${wordsOf(error)}`);
  }
}

async function benchNames(): Promise<string[]> {
  const entries = await readdir(FOLDER);
  return entries
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.slice(0, -".bench.ts".length));
}

async function load(name: string): Promise<Bench> {
  const { bench }: { bench: Bench } = await import(join(FOLDER, `${name}.bench.ts`));
  return bench;
}

function readArguments() {
  try {
    const args = process.argv.slice(2);
    if (args.at(-1) === "--json") args.push("");
    return parseArgs({ args, allowPositionals: true, options: { json: { type: "string" } } });
  } catch {
    return fail(USAGE, 2);
  }
}
