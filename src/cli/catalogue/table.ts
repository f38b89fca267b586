import type { ParamInfo } from "../../session/catalogue.ts";
import { LANGUAGES } from "../../session/schema.ts";
import type { TimelineRange } from "../../session/timeline.ts";
import type { Catalogue } from "../content/catalogue-file.ts";

/** The catalogue for people: layers with their parameters, beds with their layers, sessions with their lengths. */
export function catalogueTable({ layers, beds, sessions }: Catalogue): string {
  return [
    "LAYERS",
    ...columns(
      layers.map(({ id, family, params }) => [
        id,
        family,
        Object.entries(params).map(describeParam).join(", "),
      ]),
    ),
    "",
    "BEDS",
    ...columns(beds.map(({ id, titles, layers: mix }) => [id, allTitles(titles), mix.join(" + ")])),
    "",
    "SESSIONS",
    ...columns(
      sessions.map(({ id, titles, moment, seconds }) => [
        id,
        allTitles(titles),
        moment.join(" "),
        lengths(seconds),
      ]),
    ),
  ].join("\n");
}

function describeParam([name, { min, max, default: usual, unit, choices, role }]: [
  string,
  ParamInfo,
]): string {
  if (role === "breath") return `${name} follows the breath`;
  if (role === "events") return `${name} thin out while falling asleep`;
  if (choices) return `${name} ${choices.join("|")}`;
  return `${name} ${min}..${max}${unit === "" ? "" : ` ${unit}`} (${usual})`;
}

function allTitles(titles: Readonly<Record<string, string>>): string {
  return LANGUAGES.map((language) => titles[language]).join(" · ");
}

/** Shortest, usual and longest, in minutes. */
function lengths(seconds: Readonly<Record<string, TimelineRange>>): string {
  return Object.entries(seconds)
    .map(([language, { shortest, usual, longest }]) => {
      const minutes = [shortest, usual, longest].map((value) => (value / 60).toFixed(1)).join(" / ");
      return `${language} ${minutes} min`;
    })
    .join(", ");
}

/** Rows with every column as wide as its widest cell. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}
