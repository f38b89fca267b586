import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { App } from "../model/app.ts";

/** How long a reply stands, milliseconds. */
const REPLY_MS = 5000;
/** Who is still awake twice within this time has something to change, milliseconds. */
const TWICE_MS = 60_000;

/** What a tap and a hold do, and the few words that answer them; nothing any more once a full stop was asked for. */
export interface Reply {
  readonly text: ReadonlySignal<string>;
  stillAwake(): void;
  tooMuch(): void;
}

export function useReply(app: App): Reply {
  const text = useSignal("");
  const timer = useSignal(0);
  const awakeAt = useSignal(Number.NEGATIVE_INFINITY);
  useEffect(() => () => clearTimeout(timer.value), []);
  return useMemo(() => {
    function show(words: string): void {
      clearTimeout(timer.value);
      text.value = words;
      timer.value = window.setTimeout(() => {
        text.value = "";
      }, REPLY_MS);
    }
    const { player } = app.deps;
    return {
      text,
      stillAwake() {
        if (app.night.value.stopping) return;
        const now = app.deps.now();
        const twice = now - awakeAt.value < TWICE_MS;
        awakeAt.value = twice ? Number.NEGATIVE_INFINITY : now;
        player.stillAwake();
        if (twice) {
          app.sheets.push({ kind: "controls" });
          return;
        }
        show(app.words.value.say("night.stillAwakeSaid"));
      },
      tooMuch() {
        if (app.night.value.stopping) return;
        const first = app.night.value.guide === "planned";
        player.tooMuch();
        // The second time, grounding speaks for itself.
        if (first) show(app.words.value.say("night.tooMuchSaid"));
      },
    };
  }, []);
}
