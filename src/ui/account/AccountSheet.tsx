import "../style/account.css";
import { loadAccountWords, type SayAccount } from "../../i18n/accountWords.ts";
import type { App } from "../model/app.ts";
import type { AccountPage } from "../model/sheets.ts";
import { useLoaded } from "../parts/useLoaded.ts";
import type { Account } from "./account.ts";
import { DevicesPage } from "./DevicesPage.tsx";
import { ErasePage } from "./ErasePage.tsx";
import { JoinPage } from "./JoinPage.tsx";
import { KeepPage } from "./KeepPage.tsx";
import { PairPage } from "./PairPage.tsx";
import { RecoveryPage } from "./RecoveryPage.tsx";
import { SharedPage } from "./SharedPage.tsx";
import { SharePage } from "./SharePage.tsx";
import { SharesPage } from "./SharesPage.tsx";

/** What every page of devices and sharing is given. */
export interface AccountProps {
  readonly app: App;
  readonly account: Account;
  readonly say: SayAccount;
}

/** A page of devices and sharing, with its own words. */
export function AccountSheet({ app, page }: { readonly app: App; readonly page: AccountPage }) {
  const { say, language } = app.words.value;
  const account = useLoaded(() => app.deps.account(app), "failed" as const).value;
  const words = useLoaded(
    () => loadAccountWords(language).then((say) => ({ say })),
    "failed" as const,
    language,
  ).value;
  if (account === "failed" || words === "failed") return <p class="sheet-wait">{say("sheet.failed")}</p>;
  if (!account || !words) return <p class="sheet-wait">{say("sheet.loading")}</p>;
  return <Page app={app} account={account} say={words.say} page={page} />;
}

function Page({ page, ...props }: AccountProps & { readonly page: AccountPage }) {
  switch (page.page) {
    case "devices":
      return <DevicesPage {...props} />;
    case "pair":
      return <PairPage {...props} />;
    case "join":
      return <JoinPage {...props} by={page.by} given={page.given} />;
    case "recovery":
      return <RecoveryPage {...props} />;
    case "erase":
      return <ErasePage {...props} />;
    case "keep":
      return <KeepPage {...props} session={page.session} />;
    case "share":
      return <SharePage {...props} session={page.session} />;
    case "shares":
      return <SharesPage {...props} />;
    case "shared":
      return <SharedPage {...props} id={page.id} linkKey={page.key} />;
  }
}
