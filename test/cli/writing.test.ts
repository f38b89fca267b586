import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { presetsClient } from "../../src/api/presets.ts";
import { ROOT } from "../../src/cli/root.ts";
import { checkFiles } from "../../src/cli/script/check-files.ts";
import { readKnown } from "../../src/cli/script/known.ts";
import { soundPlan } from "../../src/night/guides.ts";
import { LANGUAGES } from "../../src/session/language.ts";
import { CAUTION_CODES } from "../../src/session/person/caution.ts";
import { compileScript } from "../../src/session/script/compile.ts";
import { FORMS } from "../../src/session/script/directives/forms.ts";
import { MOMENTS } from "../../src/session/script-meta.ts";
import { Walk } from "./walk.ts";

const PAGES = { nl: "docs/writing/nl.md", en: "docs/writing/en.md" };
const ID = "warm-hands";
const FILES = LANGUAGES.map((language) => `sounds/sessions/${ID}/script.${language}.md`);

/** The Worker's own routes; its types are workerd's, which are not known among the project's commands. */
interface Api {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}
const WORKER = join(ROOT, "worker/app.ts");
/** What workerd gives the Worker, and the content that it was built with. */
const MOCKED = ["cloudflare:workers", "../../sounds/built/presets.json"] as const;

/** Somebody writes the example of the reference pages into a copy of the project, in both languages, and nothing else. */
let walk: Walk;

beforeAll(async () => {
  walk = await Walk.along(PAGES.nl, PAGES.en);
  for (const file of FILES) await walk.write(file);
  for (const language of LANGUAGES) await walk.addNames(`titles ${language}`, language);
});
afterAll(async () => {
  for (const path of MOCKED) vi.doUnmock(path);
  await walk.end();
});

describe("the reference page for writers", () => {
  it("has an example that keeps every rule, in both languages", async () => {
    const { findings, files } = await checkFiles(walk.root, FILES);
    expect({ findings, files }).toEqual({ findings: [], files: 2 });
  });

  it.each(LANGUAGES)(
    "shows nothing in %s that would not be understood, and every form there is",
    async (language) => {
      const page = await readFile(join(ROOT, PAGES[language]), "utf8");
      const known = (await readKnown(walk.root))(language);
      const forms = [...page.matchAll(/`(\[(?:pause|breathe|scene|bell|pulse|count)[^`]*\])`/g)].map(
        ([, form = ""]) => form,
      );
      const questions = [...page.matchAll(/`(\[(?:choose|fork)[^`]*\])`/g)].map(([, form = ""]) => form);
      const front = walk.block(FILES[0] ?? "").split("\n---\n")[0];
      const list = /\[words[^`]*- [^`]*/.exec(page)?.[0] ?? "";
      const source = [
        front,
        "---",
        ...new Set(questions),
        "## A",
        ...forms,
        "One.",
        "## B",
        "[repeat 3]",
        "Two.",
        "[end]",
        "## C",
        list,
      ];
      const compiled = compileScript(source.join("\n"), { file: "x", ...known });
      expect(compiled.ok ? [] : compiled.issues).toEqual([]);
      for (const name of Object.keys(FORMS)) expect(page).toContain(`[${name}`);
      for (const name of [...CAUTION_CODES, ...MOMENTS]) expect(page).toContain(name);
      for (const slot of Object.keys(known.words?.slots ?? {})) expect(page).toContain(`{${slot}}`);
    },
  );
});

describe("a script by somebody who has read only that page", () => {
  it("stands in the API and plays in the app, as it was written", async () => {
    expect(await walk.problems()).toEqual([]);
    const built = JSON.parse(await readFile(join(walk.root, "sounds/built/presets.json"), "utf8"));
    vi.doMock(MOCKED[0], () => ({ DurableObject: class {} }));
    vi.doMock(MOCKED[1], () => ({ default: built }));
    const worker: { createApp(): Api } = await import(WORKER);
    const app = worker.createApp();
    const listing = await (await app.request("/api/presets?kind=guided")).json();
    expect(listing).toMatchObject({
      presets: expect.arrayContaining([
        expect.objectContaining({
          id: ID,
          titles: { nl: "Warme handen", en: "Warm hands" },
          moment: ["evening", "in-bed"],
        }),
      ]),
    });

    const { layers = [] } = (await readKnown(walk.root))("nl");
    const session = await presetsClient({
      fetch: async (path, init) => app.request(String(path), init),
      keep: { get: async () => undefined, put: async () => {} },
      bundled: { ids: [], load: async () => undefined },
      layers: new Set(layers.map(({ id }) => id)),
      onDamaged: (id) => expect.unreachable(id),
    }).newest(ID);
    if (!session) throw new Error("the session is served");

    const plan = soundPlan(
      {
        session,
        language: "nl",
        narrator: { kind: "captions" },
        wantedSeconds: 240,
        timer: "all-night",
        levels: session.bed.layers,
        breath: null,
        haptics: false,
        answers: { place: "fire" },
        slots: { anchor: "kalm" },
      },
      null,
      1,
    );
    const { parts, cues, seconds } = plan.guides[0]?.timeline ?? { parts: [], cues: [], seconds: 0 };
    expect(seconds).toBeCloseTo(240, 6);
    expect(parts.map(({ id }) => id)).toEqual(["arrive", "fire", "hands", "word", "enough"]);
    expect(cues.filter(({ kind }) => kind === "scene")).toMatchObject([{ layer: "fire", gainDb: -6 }]);
    const said = cues.flatMap((cue) => (cue.kind === "say" ? [cue.text] : []));
    expect(said).toContain("Als je wilt, zeg je kalm tegen jezelf.");
    expect(said.filter((text) => text === "Er kan een adem komen.")).toHaveLength(2);
  });
});
