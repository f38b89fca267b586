import { expect, it } from "vitest";
import { acceptsGzip } from "../../worker/site/accepts-gzip.ts";

it.each(["gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.5", "*", "identity, *;q=0.1"])(
  "%s allows gzip",
  (header) => {
    expect(acceptsGzip(header)).toBe(true);
  },
);

it.each([null, "", "br", "gzip;q=0", "*;q=0", "gzip;q=0, *", "gzipped", "gzip;q=x"])(
  "%s does not",
  (header) => {
    expect(acceptsGzip(header)).toBe(false);
  },
);
