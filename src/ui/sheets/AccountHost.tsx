import type { App } from "../model/app.ts";
import type { AccountPage } from "../model/sheets.ts";
import { useLoaded } from "../parts/useLoaded.ts";

/** What is about devices and sharing: code, words and all are loaded when a panel of it is first opened. */
export function AccountHost({ app, page }: { readonly app: App; readonly page: AccountPage }) {
  const { say } = app.words.value;
  const loaded = useLoaded(() => import("../account/AccountSheet.tsx"), "failed" as const).value;
  if (loaded === null) return <p class="sheet-wait">{say("sheet.loading")}</p>;
  if (loaded === "failed") return <p class="sheet-wait">{say("sheet.failed")}</p>;
  return <loaded.AccountSheet app={app} page={page} />;
}
