import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../src/cli/root.ts";
import { checkFile, MAX_LINES } from "./architecture/check-file.ts";
import { importsOf } from "./architecture/imports.ts";

/** Every source file of ours, from the project's folder. */
function sourceFiles(): string[] {
  return ["src", "worker", "sounds", "test"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/")),
  );
}

describe("the house", () => {
  const files = sourceFiles();

  it("is read whole", () => {
    expect(files).toContain("src/dsp/layer.ts");
    expect(files).toContain("worker/app.ts");
    expect(files).toContain("sounds/layers/noise/white.ts");
  });

  it("has no import against its directions, no file too long, no clock or chance where a night must repeat", () => {
    expect(files.flatMap((path) => checkFile(path, readFileSync(join(ROOT, path), "utf8")))).toEqual([]);
  });
});

describe("reading imports", () => {
  it("sees every form", () => {
    const source = `
      import "./a.ts";
      import { b } from "./b.ts";
      import type { C } from './c.ts';
      import d, {
        e,
      } from "./d.ts";
      export { f } from "./f.ts";
      export * from "./g.ts";
      const h = await import("./h.ts");
      const i = import.meta.glob<Record<string, I>>("./i/*.ts", { eager: true });
      const j = new URL("./j.ts", import.meta.url);
      import k from "./k.ts?worker&url";
    `;
    expect(importsOf(source)).toEqual([
      ..."abcdfgh".split("").map((name) => `./${name}.ts`),
      "./i/*.ts",
      "./j.ts",
      "./k.ts?worker&url",
    ]);
  });

  it("is not led astray by comments and texts", () => {
    const source = `
      // import "./a.ts";
      /* import { b } from "./b.ts"; */
      const address = "https://example.org"; import "./c.ts";
      export const from = 1;
    `;
    expect(importsOf(source)).toEqual(["./c.ts"]);
  });
});

describe("the check itself", () => {
  it.each([
    ["src/session/a.ts", 'import { b } from "../dsp/db.ts";', /session may import nothing of ours/],
    ["src/dsp/a.ts", 'import type { b } from "../session/schema.ts";', /dsp may import nothing of ours/],
    ["src/dsp/a.ts", 'import { Gain } from "tone/build/esm/core/context/Gain.js";', /only engine may/],
    ["src/engine/a.ts", 'import { b } from "../night/night.ts";', /engine may import session, dsp/],
    ["src/engine/a.ts", 'import "../api/presets.ts";', /no network/],
    [
      "sounds/layers/nature/a.ts",
      'import { b } from "../../../src/engine/plan.ts";',
      /layers may import dsp/,
    ],
    ["sounds/layers/nature/a.ts", 'import { b } from "tone";', /only engine may/],
    ["src/night/a.ts", 'import { b } from "../store/store.ts";', /night may import engine, session/],
    ["src/ui/a.tsx", 'import { b } from "../engine/engine.ts";', /ui may import night, store/],
    ["src/ui/deep/a.tsx", 'const b = await import("tone");', /only engine may/],
    ["src/ui/a.tsx", 'import { b } from "node:fs";', /only cli and test may/],
    [
      "src/store/a.ts",
      'export { b } from "../api/presets.ts"; export const c = 1;',
      /store may import session/,
    ],
    [
      "src/api/a.ts",
      'const b = import.meta.glob("../../sounds/layers/**/*.ts");',
      /api may import session, built/,
    ],
    ["worker/a.ts", 'import { b } from "../src/engine/engine.ts";', /worker may import session, built/],
    ["src/i18n/a.ts", 'import { render } from "preact";', /only ui and composition root may/],
    ["src/elsewhere/a.ts", "export const a = 1;", /belongs to no zone/],
    ["src/dsp/a.ts", "export const a = Math.random();", /uses Math\.random/],
    ["src/night/a.ts", "export const a = () => Date.now();", /uses Date\.now/],
    ["src/ui/a.ts", 'export { b } from "./b.ts";\nexport * from "./c.ts";', /only passes on/],
    ["test/a.ts", "const a = 1;\n".repeat(MAX_LINES + 1), /has 301 lines/],
  ])("finds fault with %s (sample %$)", (path, source, words) => {
    expect(checkFile(path, source)).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    ["src/engine/a.ts", 'import { Gain } from "tone/build/esm/core/context/Gain.js"; import "../dsp/db.ts";'],
    ["src/ui/a.tsx", 'import { b } from "../night/night.ts"; import { render } from "preact";'],
    ["src/main.ts", 'import { b } from "./engine/engine.ts"; import { c } from "./ui/app.tsx";'],
    ["worker/a.ts", 'import built from "../sounds/built/presets.json"; import { Hono } from "hono";'],
    ["src/dsp/a.ts", "/** Not Math.random: it cannot be seeded. */\nexport const a = 1;"],
    ["src/cli/a.ts", "export const now = Date.now();"],
    ["test/a.ts", "const a = 1;\n".repeat(MAX_LINES)],
  ])("finds none with %s (sample %$)", (path, source) => {
    expect(checkFile(path, source)).toEqual([]);
  });
});
