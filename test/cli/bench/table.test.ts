import { expect, test } from "vitest";
import { benchTable } from "../../../src/cli/bench/table.ts";

test("rows with the same columns make one table, and every bound says whether it holds", () => {
  const table = benchTable({
    method: "By ear.",
    rows: [
      { layer: "rain", ratio: 1.25 },
      { layer: "sea", ratio: 12.5 },
      { fault: "blocked", times: 7 },
    ],
    bounds: [
      { bound: "at most 13", holds: true },
      { bound: "none", holds: false },
    ],
  });
  expect(table).toBe(
    [
      "By ear.",
      "",
      "layer  ratio",
      "rain    1.25",
      "sea     12.5",
      "",
      "fault    times",
      "blocked      7",
      "",
      "holds: at most 13",
      "BROKEN: none",
    ].join("\n"),
  );
});
