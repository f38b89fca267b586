import type { Context } from "tone/build/esm/core/context/Context.js";
import type { Sound } from "./sound.ts";

/** Lets a context go that is of no use any more: what still sounds on it leaves within `seconds`, then it is closed. */
export function retire(context: Context | null, sound: Sound | null, seconds: number): void {
  const raw = context?.rawContext;
  sound?.drop(seconds);
  setTimeout(
    () => {
      sound?.dispose();
      context?.dispose();
      if (raw instanceof AudioContext && raw.state !== "closed") raw.close().catch(() => undefined);
    },
    seconds * 1000 + 200,
  );
}
