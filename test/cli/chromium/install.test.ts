import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { installChromium } from "../../../src/cli/chromium/install.ts";

beforeEach(() => {
  vi.spyOn(console, "log").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A machine on which these programs work; the browser is there once one of `brings` has run. */
function machine(options: { isRoot: boolean; works: RegExp; brings: RegExp }) {
  const ran: string[] = [];
  return {
    ran,
    isRoot: options.isRoot,
    run(program: string, args: readonly string[]) {
      const line = [program.split("/").at(-1), ...args].join(" ");
      const works = options.works.test(line);
      if (works) ran.push(line.replace(/\S*\/playwright\/cli\.js/, "playwright"));
      return works;
    },
    find: () => (ran.some((line) => options.brings.test(line)) ? "/usr/bin/chromium" : null),
  };
}

describe("installing a browser", () => {
  it("takes Debian's as root, after asking what there is", () => {
    const debian = machine({ isRoot: true, works: /./, brings: /apt-get .*install.* chromium/ });
    expect(installChromium("/p", debian)).toBe("/usr/bin/chromium");
    expect(debian.ran).toEqual([
      "apt-get --version",
      "apt-get -q update",
      "apt-get -q install -y --no-install-recommends chromium chromium-headless-shell",
    ]);
  });

  it("takes the whole one alone where Debian has no other", () => {
    const older = machine({ isRoot: true, works: /(version|update| chromium)$/, brings: / chromium$/ });
    expect(installChromium("/p", older)).toBe("/usr/bin/chromium");
    expect(older.ran.at(-1)).toBe("apt-get -q install -y --no-install-recommends chromium");
  });

  it("takes Playwright's where Debian's does not come, with what it needs", () => {
    const other = machine({ isRoot: true, works: /node|update|version/, brings: /playwright install/ });
    expect(installChromium("/p", other)).toBe("/usr/bin/chromium");
    expect(other.ran.at(-1)).toBe("node playwright install --with-deps chromium");
  });

  it("takes Playwright's without root", () => {
    const home = machine({ isRoot: false, works: /./, brings: /playwright install/ });
    expect(installChromium("/p", home)).toBe("/usr/bin/chromium");
    expect(home.ran).toEqual(["node playwright install chromium"]);
  });

  it("says so where nothing works", () => {
    expect(installChromium("/p", machine({ isRoot: true, works: /^$/, brings: /./ }))).toBeNull();
  });
});
