import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/**
 * Something that is loaded for a panel: null until it is there, `otherwise` where it cannot be had.
 * @param key loads anew where it changes
 */
export function useLoaded<Value, Otherwise = Value>(
  load: () => Promise<Value>,
  otherwise: Otherwise,
  key: unknown = null,
): ReadonlySignal<Value | Otherwise | null> {
  const loaded = useSignal<Value | Otherwise | null>(null);
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
