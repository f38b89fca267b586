import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import * as v from "valibot";

/** What the scorer says of one file: how near it comes to the recordings of a kind. */
export type Score = v.InferOutput<typeof Score>;
const Score = v.object({
  /** 1 = taken for what it should be. */
  rank: v.number(),
  /** 1.0 = as close to the recordings as another recording of the kind; null where there is too little to compare. */
  ratio: v.nullable(v.number()),
  /** Distance to its own kind / to the nearest other kind. */
  margin: v.number(),
});

export type Scorer = (kind: string, file: string) => Promise<Score>;

/**
 * The scorer is a program of its own: `texture.py` with its book of statistics beside it, which reduces sounds to the
 * statistics of McDermott & Simoncelli (2011). TEXTURE_TOOL says where it stands.
 */
export function textureScorer(): Scorer {
  const tool = process.env["TEXTURE_TOOL"];
  if (!tool) throw new Error("set TEXTURE_TOOL to the texture.py whose texture-book.json stands beside it");
  const book = join(dirname(tool), "texture-book.json");
  const run = promisify(execFile);
  return async (kind, file) => {
    const { stdout } = await run("python3", [tool, "score", kind, file, "--book", book, "--json"]);
    // Python writes NaN, which is no JSON.
    return v.parse(Score, JSON.parse(stdout.replace(/\bNaN\b/g, "null")));
  };
}
