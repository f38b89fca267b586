import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/**
 * Something that is loaded for a panel: null until it is there, `otherwise` where it cannot be had.
 * @param key loads anew where it changes
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  otherwise: Value,
  key: unknown = null,
): ReadonlySignal<Value | null> {
  const loaded = useSignal<Value | null>(null);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => {
        if (wanted) loaded.value = value;
      },
      () => {
        if (wanted) loaded.value = otherwise;
      },
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return loaded;
}
