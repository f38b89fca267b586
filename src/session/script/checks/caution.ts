import type { Check } from "./check.ts";

/** "Past dit bij mij?" has an answer for every session. */
export const caution: Check = {
  rule: "caution",
  severity: "error",
  find: ({ script, places, isOpening }) => {
    if (isOpening || script.meta.caution.length > 0) return [];
    const message =
      "Nobody is told for whom this may not be right. Add a line such as “caution: dissociation -> orient; A quiet line.”";
    return [{ ...places.frontEnd, message }];
  },
};
