import { useEffect } from "preact/hooks";
import type { App } from "../model/app.ts";
import { onControl } from "./followPress.ts";
import type { Press } from "./press.ts";

/** Keys of the night: space pauses and goes on, enter is tapped and held as a finger, escape opens the controls. */
export function NightKeys({ app, press }: { readonly app: App; readonly press: Press }) {
  useEffect(() => {
    function down(event: KeyboardEvent): void {
      // A key that stays down is pressed once, on a button too: another hold, or another touch, is another press.
      if (event.repeat && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        return;
      }
      if (event.defaultPrevented || onControl(event.target) || app.sheets.open.value.length > 0) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (app.night.value.stopping) return;
      const { player } = app.deps;
      if (event.key === "Escape") app.sheets.push({ kind: "controls" });
      else if (event.key === " ") {
        if (app.night.value.phase === "paused") player.resume();
        else player.pause();
      } else if (event.key === "Enter") press.down(0, 0);
      else return;
      event.preventDefault();
    }
    function up(event: KeyboardEvent): void {
      if (event.key === "Enter") press.up();
    }
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
    };
  }, []);
  return null;
}
