import type { App } from "../model/app.ts";
import type { CarePage } from "../model/sheets.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** Help, how it is now, what suits and pages to write on: loaded when one of them is first opened. */
export function CareHost({ app, page }: { readonly app: App; readonly page: CarePage }) {
  const { say } = app.words.value;
  const loaded = useLoaded(() => import("../care/CareSheet.tsx"), "failed" as const).value;
  if (loaded === null) return <p class="sheet-wait">{say("sheet.loading")}</p>;
  if (loaded === "failed") return <p class="sheet-wait">{say("sheet.failed")}</p>;
  return <loaded.CareSheet app={app} page={page} />;
}
