import { mountApp } from "../../../src/ui/mount.tsx";
import { testDeps } from "./deps.ts";

/** The screen with a scripted night, for looking at: its parts hang on `window.luwte`. */
const root = document.querySelector("#app");
if (root) {
  const { deps, player } = await testDeps();
  Object.assign(window, { luwte: { ...mountApp(root, deps), player } });
}
