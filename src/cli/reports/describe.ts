import type { Reported } from "./reports-client.ts";

/** A reported preset to read in a terminal. What people wrote is shown with no control characters in it. */
export function describeReport({ id, kind, reports, newest, mix }: Reported): string {
  const said = newest.map(({ at, reason, note }) => `  ${at}  ${reason}${note ? `: ${plain(note)}` : ""}`);
  const count = reports === 1 ? "1 report" : `${reports} reports`;
  return [`${id}  ${kind}, ${count}`, ...said, ...(mix ? [`  ${mix}`] : [])].join("\n");
}

/** A note cannot steer the terminal. */
function plain(note: string): string {
  return note.replace(/\p{C}+/gu, " ").trim();
}
