import { describe, expect, it } from "vitest";
import { countsOf } from "../../../src/cli/suite/counts.ts";

const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });

describe("counting a run", () => {
  it("takes the runner's numbers", () => {
    const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file("failed", 9)] };
    expect(countsOf(report, false)).toEqual({ passed: 7, failed: 2 });
  });

  it("counts a file that could not be loaded", () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      testResults: [file("passed", 7), file("failed", 0)],
    };
    expect(countsOf(report, false)).toEqual({ passed: 7, failed: 1 });
  });

  it("is not green when the runner was not", () => {
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file("passed", 7)] };
    expect(countsOf(report, false)).toEqual({ passed: 7, failed: 1 });
    expect(countsOf(report, true)).toEqual({ passed: 7, failed: 0 });
  });

  it.each([[null], [{}], [{ numPassedTests: "7" }]])("is not green without a report (%j)", (report) => {
    expect(countsOf(report, true)).toEqual({ passed: 0, failed: 1 });
  });
});
