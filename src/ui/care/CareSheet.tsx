import "../style/care.css";
import type { SayCare } from "../../i18n/careWords.ts";
import type { App } from "../model/app.ts";
import type { CarePage } from "../model/sheets.ts";
import { AffirmationsPage } from "./AffirmationsPage.tsx";
import { BeforePage } from "./BeforePage.tsx";
import { CheckInPage } from "./CheckInPage.tsx";
import { GroundPage } from "./GroundPage.tsx";
import { HelpPage } from "./HelpPage.tsx";
import { SuitsPage } from "./SuitsPage.tsx";
import { useCareWords } from "./useCareWords.ts";
import { WritePage } from "./WritePage.tsx";
import { WritingsPage } from "./WritingsPage.tsx";

/** What every page around a guided session is given. */
export interface CareProps {
  readonly app: App;
  readonly say: SayCare;
}

/** A page around a guided session, with its own words. */
export function CareSheet({ app, page }: { readonly app: App; readonly page: CarePage }) {
  const words = useCareWords(app);
  if (words === "failed") return <p class="sheet-wait">{app.words.value.say("sheet.failed")}</p>;
  if (!words) return <p class="sheet-wait">{app.words.value.say("sheet.loading")}</p>;
  return <Page app={app} say={words.say} page={page} />;
}

function Page({ page, ...props }: CareProps & { readonly page: CarePage }) {
  switch (page.page) {
    case "help":
      return <HelpPage {...props} />;
    case "check-in":
      return <CheckInPage {...props} />;
    case "suits":
      return <SuitsPage {...props} />;
    case "ground":
      return <GroundPage {...props} />;
    case "affirmations":
      return <AffirmationsPage {...props} />;
    case "writings":
      return <WritingsPage {...props} />;
    case "write":
      return <WritePage {...props} kind={page.writing} kept={page.kept} />;
    case "before":
      return <BeforePage {...props} session={page.session} />;
  }
}
