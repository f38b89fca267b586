import { useSignal } from "@preact/signals";
import type { CareProps } from "./CareSheet.tsx";
import { quickExit } from "./quickExit.ts";

/** Five things to see, down to one to taste; each for as long as it takes. */
const STEPS = [
  "ground.see",
  "ground.touch",
  "ground.hear",
  "ground.smell",
  "ground.taste",
  "ground.enough",
] as const;

/** Grounding with the eyes open, one sentence at a time, at the reader's own pace. */
export function GroundPage({ app, say }: CareProps) {
  const at = useSignal(0);
  const last = at.value === STEPS.length - 1;
  return (
    <>
      <div class="sheet-body ground">
        <p aria-live="polite" key={at.value}>
          {say(STEPS[at.value] ?? "ground.enough")}
        </p>
      </div>
      <div class="sheet-foot">
        <button type="button" class="quiet" onClick={() => void quickExit(app)}>
          {say("exit.do")}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            at.value = last ? 0 : at.value + 1;
          }}
        >
          {say(last ? "ground.again" : "ground.next")}
        </button>
      </div>
    </>
  );
}
