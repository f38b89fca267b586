import * as v from "valibot";
import { LANGUAGES } from "./schema.ts";

const LineKey = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*\/[a-z0-9-]{1,60}$/));
const Text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

const about = {
  /** The narrator's folder name. */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  language: v.picklist(LANGUAGES),
  /** Whether a person speaks, or a program; the screen says so too. */
  kind: v.picklist(["human", "synthetic"]),
  author: Text,
  /** SPDX identifier. */
  licence: Text,
};

/** sounds/narration/<language>/<narrator>/manifest.json: a recorded pack as `npm run narrate` writes it. */
export const NarrationManifest = v.strictObject({
  ...about,
  /** By `<session>/<line>`; the recording stands beside the manifest as `<session>/<line>.mp3`. */
  lines: v.record(
    LineKey,
    v.strictObject({ seconds: v.pipe(v.number(), v.minValue(0.05), v.maxValue(120)) }),
  ),
});
export type NarrationManifest = v.InferOutput<typeof NarrationManifest>;

/** sounds/built/narration.json: every pack, with the address of each recording, which changes when its content does. */
export const NarrationIndex = v.object({
  packs: v.array(
    v.object({
      ...about,
      lines: v.record(LineKey, v.object({ seconds: v.number(), url: v.string() })),
    }),
  ),
});
export type NarrationIndex = v.InferOutput<typeof NarrationIndex>;
export type NarrationPack = NarrationIndex["packs"][number];
