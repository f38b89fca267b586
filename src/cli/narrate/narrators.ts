import type { NarrationManifest } from "../../session/narration.ts";
import { espeakSpeaker, fliteSpeaker, type Speaker } from "./speaker.ts";

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

/** flite's voice "slt", about 165 Hz: its breath before the first word left out, a little presence given back. */
const SOFT = [
  "silenceremove=start_periods=1:start_duration=0.005:start_threshold=-46dB:start_silence=0.03",
  "highpass=f=80",
  "equalizer=f=1700:t=q:w=0.7:g=7",
  "equalizer=f=3200:t=q:w=1:g=1",
  "treble=g=-5:f=5200",
  "lowpass=f=7200",
  EVEN,
];

/** flite's voice "rms", about 105 Hz: its sharpness at 3 kHz taken down. */
const DEEP = [
  "highpass=f=65",
  "bass=g=1:f=150",
  "equalizer=f=1700:t=q:w=0.7:g=4",
  "equalizer=f=3300:t=q:w=0.9:g=-6",
  "treble=g=-6:f=5000",
  "lowpass=f=7200",
  EVEN,
];

const fenna = espeakSpeaker({ voice: "nl+steph", speed: 80, pitch: 30, gap: 1, filters: ALTO });
const wessel = espeakSpeaker({ voice: "nl+m7", speed: 80, pitch: 40, gap: 1, filters: LOW });
const wren = fliteSpeaker({ voice: "slt", stretch: 1.95, filters: SOFT });
const rowan = fliteSpeaker({ voice: "rms", stretch: 1.6, filters: DEEP });

/** The narrators that the project ships, all at 85 to 105 words a minute (docs/decisions/narrators.md). */
export const NARRATORS: readonly Narrator[] = [
  synthetic("nl", "fenna", "Fenna", "eSpeak NG", fenna),
  synthetic("nl", "wessel", "Wessel", "eSpeak NG", wessel),
  synthetic("en", "wren", "Wren", "Flite", wren),
  synthetic("en", "rowan", "Rowan", "Flite", rowan),
];

function synthetic(
  language: NarrationManifest["language"],
  id: string,
  name: string,
  program: string,
  speaker: Speaker,
): Narrator {
  return {
    about: { id, language, name, kind: "synthetic", author: `Luwte, spoken by ${program}`, licence: "MIT" },
    speaker,
  };
}
