import { describe, expect, it } from "vitest";
import { isNotModified } from "../../worker/etag.ts";

describe("If-None-Match", () => {
  const etag = '"abc"';

  it.each([['"abc"'], ['W/"abc"'], ['"x", "abc"'], ['"x",W/"abc" , "y"'], ["*"], [" * "]])(
    "%s names the tag",
    (header) => {
      expect(isNotModified(header, etag)).toBe(true);
    },
  );

  it.each([['"abd"'], ["abc"], [""], ['"ab", "c"'], ['""'], [undefined], [null]])("%s does not", (header) => {
    expect(isNotModified(header, etag)).toBe(false);
  });
});
