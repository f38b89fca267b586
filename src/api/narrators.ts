import * as v from "valibot";
import { NarrationIndex, type NarrationPack } from "../session/narration.ts";

/** Reads the generated index of recorded packs; a damaged index has none. Never throws. */
export function parseNarration(value: unknown): readonly NarrationPack[] {
  const index = v.safeParse(NarrationIndex, value);
  return index.success ? index.output.packs : [];
}

const files = import.meta.glob("../../sounds/built/narration.json", { import: "default" });

/** Every recorded pack, in every language. */
export async function loadNarration(): Promise<readonly NarrationPack[]> {
  const [load] = Object.values(files);
  return parseNarration(await load?.());
}
