import * as v from "valibot";

/** What an operator does about a report: takes the content away for good, or forgets what was said of it. */
export const Decision = v.strictObject({ action: v.picklist(["withdraw", "dismiss"]) });
