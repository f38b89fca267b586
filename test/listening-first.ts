import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take longest, longest first: what they take is mostly real time, or minutes of sound. Written down, because on a
 * fresh clone nobody has measured yet; what is not named comes after them.
 */
const LONGEST: readonly string[] = [
  "hearing.test.ts",
  "mishaps.test.ts",
  "reload.test.ts",
  "first-share.test.ts",
  "first-minute.test.ts",
  "second-share.test.ts",
  "devices.test.ts",
  "third-share.test.ts",
  "operation.test.ts",
  "hostile.test.ts",
  "contract.test.ts",
  "narrate.test.ts",
  "start.test.ts",
  "limiter.test.ts",
  "render.test.ts",
  "profiles.test.ts",
  "noise-colours.test.ts",
  "night.test.ts",
  "accessible.test.ts",
  "fades.test.ts",
  "ending.test.ts",
  "holding.test.ts",
  "weight.test.ts",
];

/** The long files first, so that nothing long is left to run alone at the end. */
export class ListeningFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(basename(moduleId));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
