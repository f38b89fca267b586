import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "../../session/schema.ts";
import { NARRATORS, type Narrator } from "./narrators.ts";
import { commandSpeaker } from "./speaker.ts";

export const USAGE = `npm run narrate -- [--lang nl] [--narrator fenna] [--session wind-down]
  Speaks every line that changed into sounds/narration, with the narrators that the project ships
  (espeak-ng for Dutch, flite for English; ffmpeg finishes the recordings).
npm run narrate -- --tts "piper --model nl.onnx --output_file {out}" --lang nl --narrator anna --name Anna
  --author "Who made the voice" --licence CC-BY-4.0 [--session wind-down]
  Makes a pack with any program: {out} is the WAV file to write, {text} the sentence (left out: standard input).`;

export interface NarrateOptions {
  readonly narrators: readonly Narrator[];
  /** Null = all. */
  readonly sessions: readonly string[] | null;
}

/** Reads the command's arguments. Throws, with plain words, where they do not fit. */
export function readOptions(args: readonly string[]): NarrateOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", short: "h" },
      lang: { type: "string" },
      narrator: { type: "string" },
      session: { type: "string", multiple: true },
      tts: { type: "string" },
      name: { type: "string" },
      author: { type: "string" },
      licence: { type: "string" },
    },
  });
  if (values.help) return "help";
  const language = values.lang === undefined ? null : languageOf(values.lang);
  const sessions = values.session ?? null;
  if (values.tts === undefined) return { narrators: shipped(language, values.narrator), sessions };
  const { narrator: id, name, author, licence } = values;
  if (!language || !id || !name || !author || !licence) {
    throw new Error("--tts also needs --lang, --narrator, --name, --author and --licence.");
  }
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id)) {
    throw new Error("--narrator: small letters, digits and hyphens, such as anna.");
  }
  if (NARRATORS.some(({ about }) => about.id === id && about.language === language)) {
    throw new Error(`--narrator: "${id}" is one of the project's own; choose another name.`);
  }
  const about = { id, language, name, kind: "synthetic", author, licence } as const;
  return { narrators: [{ about, speaker: commandSpeaker(values.tts) }], sessions };
}

function shipped(language: Language | null, id: string | undefined): readonly Narrator[] {
  const narrators = NARRATORS.filter(
    ({ about }) => (!language || about.language === language) && (!id || about.id === id),
  );
  if (narrators.length > 0) return narrators;
  const known = NARRATORS.map(({ about }) => `${about.id} (${about.language})`).join(", ");
  throw new Error(`--narrator: there is no such narrator. Known are ${known}; others need --tts.`);
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((known) => known === text);
  if (!language) throw new Error(`--lang: known are ${LANGUAGES.join(" and ")}.`);
  return language;
}
