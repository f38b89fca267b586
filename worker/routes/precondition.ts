import type { Condition } from "../profile/condition.ts";

/**
 * What a PUT asks of the document that there is; null where it asks nothing, which is refused (428). If-Match should be
 * compared strongly, but proxies that compress weaken tags; ours count writes, so `W/"7"` is as good as `"7"`.
 * If-Match: * would overwrite what nobody has read, and counts as nothing.
 */
export function preconditionOf(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): Condition | null {
  const absent = ifNoneMatch?.trim() === "*";
  const tags = ifMatch === undefined || ifMatch.trim() === "*" ? null : opaqueTags(ifMatch);
  return tags === null && !absent ? null : { tags, absent };
}

function opaqueTags(header: string): string[] {
  return Array.from(header.matchAll(/"([^"]*)"/g), ([, tag = ""]) => tag);
}
