import type { App } from "../model/app.ts";
import { takeSheetWords } from "../parts/takeSheetWords.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** What the start offers in the middle of the night: loaded then. */
export function SmallHours({ app }: { readonly app: App }) {
  const load = async () => {
    await takeSheetWords(app.words.value);
    return import("./AtThree.tsx");
  };
  const loaded = useLoaded(load, null, app.words.value).value;
  return loaded && <loaded.AtThree app={app} />;
}
