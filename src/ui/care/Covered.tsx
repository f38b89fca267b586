import type { App } from "../model/app.ts";

/** Black, after a quick exit. A touch brings back the night under it. */
export function Covered({ app }: { readonly app: App }) {
  return (
    <main>
      <button
        type="button"
        class="covered"
        aria-label={app.words.value.say("covered.label")}
        onClick={() => {
          app.covered.value = null;
        }}
      />
    </main>
  );
}
