import * as v from "valibot";
import { tooMuch } from "./extent.ts";
import { type Issue, issueAt, issuesFrom } from "./issue.ts";
import { LANGUAGES } from "./schema.ts";

/** What spoken lines are brought to, LUFS (BS.1770), measured as heard: the one channel on both sides. */
export const NARRATION_LUFS = -24;

const LineKey = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*\/[a-z0-9-]{1,60}$/));
const Text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const LineSeconds = v.pipe(v.number(), v.minValue(0.05), v.maxValue(120));

const about = {
  /** The narrator's folder name. */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  language: v.picklist(LANGUAGES),
  /** What people call the narrator. */
  name: Text,
  /** Whether a person speaks, or a program; the screen says so too. */
  kind: v.picklist(["human", "synthetic"]),
  author: Text,
  /** SPDX identifier. */
  licence: Text,
  /** The line by which the narrator is chosen, a key of `lines`. */
  sample: LineKey,
};

/** sounds/narration/<language>/<narrator>/manifest.json: a recorded pack as `npm run narrate` writes it. */
export const NarrationManifest = v.pipe(
  v.strictObject({
    ...about,
    /** By `<session>/<line>`; the recording stands beside the manifest as `<session>/<line>.mp3`. */
    lines: v.record(
      LineKey,
      v.strictObject({
        seconds: LineSeconds,
        /** Integrated loudness as heard on both sides. */
        lufs: v.exactOptional(v.pipe(v.number(), v.finite())),
        bytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
        /** Of the file, 64 hex digits. */
        sha256: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
        /** What it was made with; a line is made anew when this changes. People's recordings have none. */
        recipe: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))),
      }),
    ),
  }),
  v.forward(
    v.check(({ lines, sample }) => Object.hasOwn(lines, sample), "the sample is one of the lines"),
    ["sample"],
  ),
);
export type NarrationManifest = v.InferOutput<typeof NarrationManifest>;
export type NarrationLine = NarrationManifest["lines"][string];

/** sounds/built/narration.json: every pack, with the address of each recording, which changes when its content does. */
export const NarrationIndex = v.object({
  packs: v.array(
    v.object({
      ...about,
      lines: v.record(LineKey, v.object({ seconds: LineSeconds, url: v.string() })),
    }),
  ),
});
export type NarrationIndex = v.InferOutput<typeof NarrationIndex>;
export type NarrationPack = NarrationIndex["packs"][number];

export type ParsedManifest =
  | { readonly ok: true; readonly manifest: NarrationManifest }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads a pack's manifest from outside. Never throws: what does not fit comes back as issues. */
export function parseNarrationManifest(value: unknown): ParsedManifest {
  const extent = tooMuch(value);
  if (extent) return { ok: false, issues: [issueAt("", extent)] };
  const parsed = v.safeParse(NarrationManifest, value);
  return parsed.success
    ? { ok: true, manifest: parsed.output }
    : { ok: false, issues: issuesFrom(parsed.issues) };
}
