import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NARRATORS } from "../../src/cli/narrate/narrators.ts";
import { PackFolder } from "../../src/cli/narrate/pack-folder.ts";
import { readSpoken } from "../../src/cli/narrate/script-lines.ts";
import { recipeOf } from "../../src/cli/narrate/speak-line.ts";

const root = join(import.meta.dirname, "../..");
const MEGABYTE = 1_000_000;

describe.each(NARRATORS.map((narrator) => [narrator.about.name, narrator] as const))(
  "the pack of %s",
  (_, narrator) => {
    const { language, id } = narrator.about;
    const folder = new PackFolder(root, language, id);
    const manifest = async () => {
      const read = await folder.readManifest();
      if (!read) throw new Error(`${folder.path} has no manifest`);
      return read;
    };

    it("says what the scripts say, neither less nor more (else: npm run narrate)", async () => {
      const { sessions, sample } = await readSpoken(root, language);
      const keys = sessions.flatMap(({ lines }) => lines.map(({ key }) => key));
      const { lines, sample: offered } = await manifest();
      expect(Object.keys(lines).toSorted()).toEqual(keys.toSorted());
      expect(offered).toBe(sample);
      for (const [key, line] of Object.entries(lines)) {
        expect({ key, recipe: line.recipe }).toEqual({ key, recipe: recipeOf(narrator.speaker) });
      }
    });

    it("has exactly the recordings its manifest names, byte for byte", async () => {
      const { files } = await folder.readState();
      const { lines } = await manifest();
      expect(Object.fromEntries(files)).toEqual(
        Object.fromEntries(Object.entries(lines).map(([key, { sha256 }]) => [key, sha256])),
      );
      for (const [key, { bytes }] of Object.entries(lines))
        expect(readFileSync(folder.file(key))).toHaveLength(bytes ?? 0);
    });

    it("is within 0.5 LU of -24 LUFS in every line, and under 3 MB for every session", async () => {
      const { lines } = await manifest();
      for (const [key, { lufs }] of Object.entries(lines)) {
        expect({ key, near: Math.abs((lufs ?? 0) + 24) <= 0.5 }).toEqual({ key, near: true });
      }
      for (const session of readdirSync(folder.path).filter((name) => name !== "manifest.json")) {
        const sizes = Object.entries(lines).filter(([key]) => key.startsWith(`${session}/`));
        const total = sizes.reduce((sum, [, { bytes }]) => sum + (bytes ?? 0), 0);
        expect(total).toBeGreaterThan(0);
        expect(total).toBeLessThan(3 * MEGABYTE);
      }
    });

    it("says that a program speaks", async () => {
      expect(await manifest()).toMatchObject({ kind: "synthetic", id, language, licence: "MIT" });
    });
  },
);
