import type { Documents } from "../documents.ts";
import { mergeMixes } from "./mixes.ts";
import { mergePaths } from "./path.ts";
import { mergeRoutines } from "./routine.ts";
import { mergeSettings } from "./settings.ts";

/**
 * Brings together what two devices made of one document. Pure; swapping the two gives the same; what has been merged
 * before changes nothing. The result has no revision: it is content, to be sent.
 * @param base what both began with
 */
export type Merge<Document> = (base: Document, first: Document, second: Document) => Document;

export const MERGES: { readonly [Name in keyof Documents]: Merge<Documents[Name]> } = {
  routine: mergeRoutines,
  mixes: mergeMixes,
  path: mergePaths,
  settings: mergeSettings,
};
