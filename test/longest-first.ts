import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The suites that compute, one after another: a worker that is given a file of another suite ends, and with it all that it
 * has compiled. Those that start a workerd come before those that are many and small, which fill what is left.
 */
const SUITES: readonly string[] = ["worker", "served", "unit"];

/** The files that take longest, of each suite. Written down, because on a fresh clone nobody has measured yet. */
const LONGEST: readonly string[] = [
  "hostile.test.ts",
  "first-share.test.ts",
  "second-share.test.ts",
  "third-share.test.ts",
  "hearing.test.ts",
  "mishaps.test.ts",
  "evenings.test.ts",
  "reload.test.ts",
  "ending.test.ts",
  "render.test.ts",
  "holding.test.ts",
  "devices.test.ts",
  "contract.test.ts",
  "operation.test.ts",
  "night.test.ts",
  "accessible.test.ts",
  "repetition.test.ts",
  "narrate.test.ts",
  "noise-colours.test.ts",
  "limiter.test.ts",
  "catalogue.test.ts",
  "beds.test.ts",
  "breath-tone.test.ts",
  "loudness.test.ts",
  "ocean.test.ts",
  "script-check.test.ts",
  "clicks.test.ts",
  "contributing.test.ts",
  "rain.test.ts",
  "thinning.test.ts",
  "beats.test.ts",
  "thunder.test.ts",
  "narrate-packs.test.ts",
  "spectrum-slope.test.ts",
  "tones.test.ts",
  "comfort.test.ts",
  "start.test.ts",
  "profiles.test.ts",
];

/** Suite by suite; in each, what is named first, in its order, so that nothing long is left to run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const suite = ({ project }: TestSpecification) => SUITES.indexOf(project.name);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(basename(moduleId));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => suite(a) - suite(b) || place(a) - place(b));
  }
}
