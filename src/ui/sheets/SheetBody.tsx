import "../style/sheets.css";
import type { App } from "../model/app.ts";
import type { Sheet } from "../model/sheets.ts";
import { AccountHost } from "./AccountHost.tsx";
import { BreathSheet } from "./BreathSheet.tsx";
import { CeilingSheet } from "./CeilingSheet.tsx";
import { ChooseSheet } from "./ChooseSheet.tsx";
import { ControlsSheet } from "./ControlsSheet.tsx";
import { GuideSheet } from "./GuideSheet.tsx";
import { LevelsSheet } from "./LevelsSheet.tsx";
import { PreviewSheet } from "./PreviewSheet.tsx";
import { TimerSheet } from "./TimerSheet.tsx";

/** What is inside an open sheet. */
export function SheetBody({ app, sheet }: { readonly app: App; readonly sheet: Sheet }) {
  switch (sheet.kind) {
    case "account":
      return <AccountHost app={app} page={sheet} />;
    case "choose":
      return <ChooseSheet app={app} />;
    case "timer":
      return <TimerSheet app={app} />;
    case "ceiling":
      return <CeilingSheet app={app} />;
    case "guide":
      return <GuideSheet app={app} thenBegin={sheet.thenBegin} />;
    case "breath":
      return <BreathSheet app={app} />;
    case "controls":
      return <ControlsSheet app={app} />;
    case "levels":
      return <LevelsSheet app={app} session={sheet.session} />;
    case "preview":
      return <PreviewSheet app={app} chosen={sheet.session} />;
  }
}
