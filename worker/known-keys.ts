/** Parts of a validator in which further validators stand (valibot's own names). */
const INSIDE = ["entries", "items", "item", "options", "wrapped", "key", "value", "pipe", "rest"] as const;

/** Every key that an object in this schema may have by the schema's own words. */
export function knownKeys(schema: object): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set<object>();
  const visit = (part: unknown) => {
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    if (Array.isArray(part)) {
      for (const each of part) visit(each);
      return;
    }
    for (const [name, inside] of Object.entries(part)) {
      if (!INSIDE.some((known) => known === name)) continue;
      if (name === "entries") {
        for (const [key, value] of Object.entries(Object(inside))) {
          keys.add(key);
          visit(value);
        }
      } else visit(inside);
    }
  };
  visit(schema);
  return keys;
}
