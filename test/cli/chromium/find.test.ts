import { describe, expect, it } from "vitest";
import { findChromium, findWindowedChromium } from "../../../src/cli/chromium/find.ts";

describe("finding a browser", () => {
  it("takes CHROMIUM first", () => {
    expect(findChromium({ CHROMIUM: "/opt/my-chrome" }, () => true)).toBe("/opt/my-chrome");
  });

  it("goes on to the usual places when CHROMIUM is empty or not there", () => {
    const debian = (path: string) => path === "/usr/bin/chromium";
    expect(findChromium({ CHROMIUM: "" }, debian)).toBe("/usr/bin/chromium");
    expect(findChromium({ CHROMIUM: "/gone" }, debian)).toBe("/usr/bin/chromium");
  });

  it("takes one without windows before those, where no tab is to be hidden", () => {
    const both = (path: string) => /chromium(-headless-shell)?$/.test(path);
    expect(findChromium({}, both)).toBe("/usr/bin/chromium-headless-shell");
    expect(findWindowedChromium({}, both)).toBe("/usr/bin/chromium");
  });

  it("falls back to Playwright's own", () => {
    expect(findChromium({}, (path) => path.includes("ms-playwright"))).toMatch(/ms-playwright/);
  });

  it("says so when there is none", () => {
    expect(findChromium({}, () => false)).toBeNull();
  });
});
