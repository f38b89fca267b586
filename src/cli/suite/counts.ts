import * as v from "valibot";

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/**
 * Tests passed and failed, from Vitest's JSON report. A file that could not be loaded counts as one failure, and so
 * does a run that failed for another reason (an unhandled error, no report): `failed` is 0 only when all is well.
 */
export function countsOf(
  report: unknown,
  ranWell: boolean,
): { readonly passed: number; readonly failed: number } {
  const parsed = v.safeParse(Report, report);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = parsed.output;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && !ranWell ? 1 : failed };
}
