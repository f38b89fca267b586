import { describe, expect, it } from "vitest";
import { findChromium, findTestChromium } from "../../../src/cli/chromium/find.ts";

describe("finding a browser", () => {
  it("takes CHROMIUM first", () => {
    expect(findChromium({ CHROMIUM: "/opt/my-chrome" }, () => true)).toBe("/opt/my-chrome");
  });

  it("goes on to the usual places when CHROMIUM is empty or not there", () => {
    const debian = (path: string) => path === "/usr/bin/chromium";
    expect(findChromium({ CHROMIUM: "" }, debian)).toBe("/usr/bin/chromium");
    expect(findChromium({ CHROMIUM: "/gone" }, debian)).toBe("/usr/bin/chromium");
  });

  it("takes one without windows first for the suites, last for what people hear", () => {
    const both = (path: string) => /chromium(-headless-shell)?$/.test(path);
    const shell = (path: string) => path.endsWith("-headless-shell");
    expect(findTestChromium({}, both)).toBe("/usr/bin/chromium-headless-shell");
    expect(findChromium({}, both)).toBe("/usr/bin/chromium");
    expect(findChromium({}, shell)).toBe("/usr/bin/chromium-headless-shell");
  });

  it("falls back to Playwright's own", () => {
    expect(findChromium({}, (path) => path.includes("ms-playwright"))).toMatch(/ms-playwright/);
  });

  it("says so when there is none", () => {
    expect(findChromium({}, () => false)).toBeNull();
  });
});
