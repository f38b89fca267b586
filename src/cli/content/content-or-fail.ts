import { fail } from "../fail.ts";
import { buildContent, ContentError } from "./build-content.ts";
import type { Content } from "./read-content.ts";

/** Builds the content, or ends the command with the lines that say what must be mended. */
export async function contentOrFail(root: string): Promise<Content> {
  try {
    return await buildContent(root);
  } catch (error) {
    if (error instanceof ContentError) fail(error.message);
    throw error;
  }
}
