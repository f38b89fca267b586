import type { App } from "../model/app.ts";
import type { Sheet } from "../model/sheets.ts";

/** What a panel is called. */
export function sheetTitle(app: App, sheet: Sheet): string {
  const { say, language } = app.words.value;
  switch (sheet.kind) {
    case "choose":
      return say("choose.title");
    case "timer":
      return say("timer.title");
    case "ceiling":
      return say("ceiling.title");
    case "guide":
      return say("guide.title");
    case "breath":
      return say("breath.title");
    case "controls":
      return say("night.controls");
    case "levels":
      return say("levels.title");
    case "account":
      if (sheet.page === "keep") return say("levels.keep");
      return say(sheet.page.startsWith("share") ? "share.title" : "devices.title");
    case "preview":
      return sheet.session.titles[language];
  }
}
