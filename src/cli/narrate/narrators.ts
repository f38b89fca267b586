import type { NarrationManifest } from "../../session/narration.ts";
import { type EspeakVoice, espeakSpeaker, type Speaker } from "./speaker.ts";

export type AboutNarrator = Pick<
  NarrationManifest,
  "id" | "language" | "name" | "kind" | "author" | "licence"
>;

export interface Narrator {
  readonly about: AboutNarrator;
  readonly speaker: Speaker;
}

/** Evens the level out by a little, so that no syllable stands out. */
const EVEN = "acompressor=threshold=-26dB:ratio=2.2:attack=8:release=160:knee=8";

/** espeak-ng's variant "steph", about 150 Hz: soft by itself, so the words get some presence back. */
const ALTO = [
  "highpass=f=80",
  "bass=g=1.5:f=170",
  "equalizer=f=1800:t=q:w=0.7:g=7",
  "equalizer=f=2800:t=q:w=1:g=4",
  "treble=g=-7:f=5200",
  "lowpass=f=7200",
  EVEN,
];

/** espeak-ng's variant "m7", about 95 Hz: the boom and the buzz at 3 kHz taken down. */
const LOW = [
  "highpass=f=65",
  "bass=g=1.5:f=150",
  "equalizer=f=420:t=q:w=0.8:g=-2",
  "equalizer=f=1700:t=q:w=0.8:g=2",
  "equalizer=f=3000:t=q:w=1:g=-3",
  "treble=g=-7:f=5000",
  "lowpass=f=7200",
  EVEN,
];

const alto = { pitch: 30, gap: 1, filters: ALTO };
const low = { pitch: 40, gap: 1, filters: LOW };

/** The narrators that the project ships, all spoken by espeak-ng at 90 to 110 words a minute. */
export const NARRATORS: readonly Narrator[] = [
  synthetic("nl", "fenna", "Fenna", { ...alto, voice: "nl+steph", speed: 80 }),
  synthetic("nl", "wessel", "Wessel", { ...low, voice: "nl+m7", speed: 80 }),
  synthetic("en", "wren", "Wren", { ...alto, voice: "en-gb-x-rp+steph", speed: 86 }),
  synthetic("en", "rowan", "Rowan", { ...low, voice: "en-gb-x-rp+m7", speed: 86 }),
];

function synthetic(
  language: NarrationManifest["language"],
  id: string,
  name: string,
  voice: EspeakVoice,
): Narrator {
  return {
    about: { id, language, name, kind: "synthetic", author: "Luwte, spoken by eSpeak NG", licence: "MIT" },
    speaker: espeakSpeaker(voice),
  };
}
