import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../../../src/cli/root.ts";

const SCRIPT = (parts: string) => `---
moment: evening
need: tired
author: Test
reviewed-by: not yet reviewed by a clinician
bed: soft
usual: 3m
---
${parts}`;

const LAYER = `import { defineLayer } from ${JSON.stringify(join(ROOT, "src/dsp/layer.ts"))};

export const hum = defineLayer({
  id: "hum",
  family: "tone",
  character: "tone",
  params: {
    depth: { min: 0, max: 1, default: 0.5, unit: "" },
    shape: { min: 0, max: 1, default: 0, unit: "", choices: ["round", "square"] },
    swell: { min: 0, max: 1, default: 0, unit: "", role: "breath" },
  },
  macro: { calm: {}, lively: {} },
  loudnessLufs: -20,
  prerollSeconds: 0,
  memorySeconds: 0,
  kernel: class {
    process(left: Float32Array, right: Float32Array): void {
      left.fill(0);
      right.fill(0);
    }
  },
});
`;

const OPENING = SCRIPT(
  ["usual", "head", "body", "tired", "put-away"].map((id) => `## Part {#${id}}\nIt is late.\n`).join("\n"),
);

const WORDS = JSON.stringify({
  numbers: Array.from({ length: 20 }, (_, index) => `${index + 1}.`),
  slots: { anchor: "a word" },
});

const NAMES = {
  layers: { hum: "Hum" },
  params: { hum: { depth: "Depth" }, shape: "Shape" },
  choices: { hum: { shape: { round: "Round" } }, square: "Square" },
  settings: {},
  beds: { soft: "Soft" },
  sessions: { rest: "Rest" },
};

const FILES: Readonly<Record<string, string>> = {
  "sounds/layers/tone/hum.ts": LAYER,
  "sounds/beds/soft.json": '{\n  "layers": [{ "layer": "hum", "gainDb": 0 }],\n  "fadeMinutes": 15\n}\n',
  "sounds/sessions/rest/script.nl.md": SCRIPT("## Aankomen {#arrive}\nHet is laat.\n[pause 4s]\n"),
  "sounds/sessions/rest/script.en.md": SCRIPT("## Arriving {#arrive}\nIt is late.\n[pause 4s]\n"),
  "sounds/opening/script.nl.md": OPENING,
  "sounds/opening/script.en.md": OPENING,
  "sounds/narration/README.md": "",
  "src/i18n/nl/script.json": WORDS,
  "src/i18n/en/script.json": WORDS,
  "src/i18n/nl/names.json": JSON.stringify(NAMES, null, 2),
  "src/i18n/en/names.json": JSON.stringify(NAMES, null, 2),
};

/**
 * A folder with a small, whole set of content: one layer, one bed, one session.
 * @param changes files that differ, by path; the present text goes in, undefined for a new file
 */
export async function contentFixture(
  changes: Readonly<Record<string, (text: string | undefined) => string>> = {},
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "luwte-content-"));
  for (const language of ["nl", "en"]) {
    await cp(
      join(ROOT, `src/i18n/${language}/messages.json`),
      join(root, `src/i18n/${language}/messages.json`),
    );
  }
  const changed = Object.entries(changes).map(([path, change]): [string, string] => [
    path,
    change(FILES[path]),
  ]);
  for (const [path, text] of [...Object.entries(FILES), ...changed]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
