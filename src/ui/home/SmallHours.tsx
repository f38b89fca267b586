import type { App } from "../model/app.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** What the start offers in the middle of the night: loaded then. */
export function SmallHours({ app }: { readonly app: App }) {
  const loaded = useLoaded(() => import("./AtThree.tsx"), null).value;
  return loaded && <loaded.AtThree app={app} />;
}
