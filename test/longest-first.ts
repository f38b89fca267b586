import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, and in which order they begin: those that measure sound, then those that listen in real
 * time. Written down, because on a fresh clone nobody has measured yet.
 */
const LONGEST: readonly string[] = [
  "first-share.test.ts",
  "second-share.test.ts",
  "third-share.test.ts",
  "limiter.test.ts",
  "noise-colours.test.ts",
  "hostile.test.ts",
  "operation.test.ts",
  "contract.test.ts",
  "start.test.ts",
  "narrate.test.ts",
  "catalogue.test.ts",
  "spectrum-slope.test.ts",
  "beats.test.ts",
  "breath-tone.test.ts",
  "hearing.test.ts",
  "mishaps.test.ts",
  "evenings.test.ts",
  "reload.test.ts",
  "ending.test.ts",
  "render.test.ts",
  "holding.test.ts",
  "devices.test.ts",
  "night.test.ts",
  "accessible.test.ts",
];

/** A workerd takes seconds to start: the Worker's files come together, while others compute, and not at the very end. */
const WITH_THE_WORKER = "hostile.test.ts";

/** What is named first, in its order, so that nothing long is left to run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(basename(moduleId));
      if (at >= 0) return at;
      return moduleId.includes("/test/worker/") ? LONGEST.indexOf(WITH_THE_WORKER) + 0.5 : LONGEST.length;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
