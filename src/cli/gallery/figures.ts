import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";

/** Where the benches leave their figures for the table: `npm run bench -- NAME --json docs/sounds/figures/NAME.json`. */
export const FIGURES_FOLDER = "docs/sounds/figures";
/** The benches whose figures stand in the table. */
export const BENCHES = ["engine", "layers", "realism"] as const;

const Row = v.record(v.string(), v.union([v.string(), v.number()]));
const Figures = v.object({ method: v.string(), rows: v.array(Row) });

/** What one bench measured. */
export interface BenchFigures {
  readonly method: string;
  /** Its rows by layer. */
  readonly rows: ReadonlyMap<string, v.InferOutput<typeof Row>>;
}

/** Reads what a bench has left; throws, saying which command makes it, where it is missing or damaged. */
export async function readFigures(root: string, bench: (typeof BENCHES)[number]): Promise<BenchFigures> {
  const file = `${FIGURES_FOLDER}/${bench}.json`;
  const how = `make it with: npm run bench -- ${bench} --json ${file}`;
  const text = await readFile(join(root, file), "utf8").catch(() => {
    throw new Error(`${file} is not there; ${how}`);
  });
  const parsed = v.safeParse(Figures, jsonOrNull(text));
  if (!parsed.success) throw new Error(`${file} is damaged; ${how}`);
  const { method, rows } = parsed.output;
  return { method, rows: new Map(rows.map((row) => [String(row["layer"] ?? ""), row])) };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
