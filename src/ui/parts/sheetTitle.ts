import type { App } from "../model/app.ts";
import type { CarePage, Sheet } from "../model/sheets.ts";

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
    case "care":
      return careTitle(app, sheet);
    case "preview":
      return sheet.session.titles[language];
  }
}

function careTitle(app: App, sheet: CarePage): string {
  const { say, language } = app.words.value;
  switch (sheet.page) {
    case "check-in":
      return say("checkIn.label");
    case "help":
      return say("help.title");
    case "write":
    case "writings":
      return say("care.write");
    case "before":
      return sheet.session.titles[language];
    default:
      return say(`care.${sheet.page}`);
  }
}
