import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { Outcome, Trouble } from "../../api/request.ts";

export interface Task {
  readonly busy: ReadonlySignal<boolean>;
  /** What went wrong the last time; null = nothing. */
  readonly trouble: ReadonlySignal<Trouble | null>;
  /** Does it, unless something is being done already. */
  run<Value>(act: () => Promise<Outcome<Value>>, done?: (value: Value) => void): Promise<void>;
}

/** One thing at a time that is asked of the service, and what came of it. */
export function useTask(): Task {
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  return {
    busy,
    trouble,
    async run(act, done) {
      if (busy.value) return;
      busy.value = true;
      trouble.value = null;
      const outcome = await act();
      busy.value = false;
      if (outcome.ok) done?.(outcome.value);
      else trouble.value = outcome.trouble;
    },
  };
}
