/** What must hold for a write: the document's tag is one of these, and, or, there is none yet. */
export interface Condition {
  /** Opaque tags, unquoted; null = any. */
  readonly tags: readonly string[] | null;
  readonly absent: boolean;
}

/** Whether a condition holds for the document there is; its tag is its revision. */
export function holds({ tags, absent }: Condition, current: { readonly revision: number } | null): boolean {
  if (absent && current !== null) return false;
  return tags === null || (current !== null && tags.includes(String(current.revision)));
}
