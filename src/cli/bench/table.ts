import type { BenchResult } from "./bench.ts";

type Row = BenchResult["rows"][number];

/** A bench's result to read in a terminal: a table for each run of rows with the same columns. */
export function benchTable({ method, rows, bounds }: BenchResult): string {
  const judged = bounds.map(({ bound, holds }) => `${holds ? "holds" : "BROKEN"}: ${bound}`);
  return [method, "", ...grouped(rows).flatMap((group) => [...tableOf(group), ""]), ...judged].join("\n");
}

function grouped(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let columns = "";
  for (const row of rows) {
    const own = JSON.stringify(Object.keys(row));
    if (own !== columns) groups.push([]);
    columns = own;
    groups.at(-1)?.push(row);
  }
  return groups;
}

function tableOf(rows: readonly Row[]): string[] {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => text(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join("  "),
  );
}

function text(value: string | number | undefined): string {
  if (typeof value === "number")
    return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
  return value ?? "";
}
