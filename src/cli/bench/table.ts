import type { BenchResult } from "./bench.ts";

/** A bench's result to read in a terminal. */
export function benchTable({ method, rows, bounds }: BenchResult): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => text(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join("  "),
  );
  const judged = bounds.map(({ bound, holds }) => `${holds ? "holds" : "BROKEN"}: ${bound}`);
  return [method, "", ...lines, "", ...judged].join("\n");
}

function text(value: string | number | undefined): string {
  if (typeof value === "number")
    return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
  return value ?? "";
}
