import type { Keep } from "../../src/store/keep.ts";

/** What a device keeps, through the copying that a database does. */
export function memoryKeep(): Keep & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => structuredClone(values.get(key)),
    put: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
    clear: async () => values.clear(),
  };
}
