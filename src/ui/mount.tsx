import { effect } from "@preact/signals";
import { render } from "preact";
import { Screen } from "./App.tsx";
import { type App, createApp } from "./model/app.ts";
import type { AppDeps } from "./model/deps.ts";

/**
 * Draws the app into an element, and reads what is kept.
 * @returns the app's state, when it is as the person left it, and the way to take it off the page again
 */
export function mountApp(
  root: Element,
  deps: AppDeps,
): { readonly app: App; readonly restored: Promise<void>; unmount(): void } {
  const app = createApp(deps);
  const stop = effect(() => {
    document.documentElement.lang = app.words.value.language;
  });
  render(<Screen app={app} />, root);
  return {
    app,
    restored: app.restore(),
    unmount() {
      stop();
      render(null, root);
    },
  };
}
