import { filledArgs, readCommand } from "./command-line.ts";
import { type Encoding, PACK_ENCODING } from "./recording.ts";
import { run } from "./run.ts";

/** A way to speak: any program that writes a sentence to a WAV file. */
export interface Speaker {
  /** Everything that shapes its sound; when this changes, lines are made anew. */
  readonly recipe: string;
  /** The program that must be there. */
  readonly program: string;
  /** ffmpeg filters that make it pleasant. */
  readonly filters: readonly string[];
  readonly encoding: Encoding;
  /** Speaks one sentence into a WAV file. Rejects with plain words. */
  speak(text: string, out: string): Promise<void>;
}

export interface EspeakVoice {
  /** espeak-ng's name of language and variant. */
  readonly voice: string;
  /** espeak-ng's words per minute, 80 or more; short words come out faster. */
  readonly speed: number;
  /** 0 to 99. */
  readonly pitch: number;
  /** Quiet between words, about 50 ms each at the slowest speed. */
  readonly gap: number;
  readonly filters: readonly string[];
}

/** Speech by espeak-ng. */
export function espeakSpeaker({ voice, speed, pitch, gap, filters }: EspeakVoice): Speaker {
  const args = ["-v", voice, "-s", String(speed), "-p", String(pitch), "-g", String(gap)];
  return {
    recipe: ["espeak-ng", ...args].join(" "),
    program: "espeak-ng",
    filters,
    encoding: PACK_ENCODING,
    async speak(text, out) {
      await run("espeak-ng", [...args, "-w", out, "--", text]);
    },
  };
}

export interface FliteVoice {
  /** One that flite has built in, such as slt. */
  readonly voice: string;
  /** How many times as long as usual each sound lasts. */
  readonly stretch: number;
  readonly filters: readonly string[];
}

/** flite speaks at 16 kHz; a higher rate would only keep silence. */
const FLITE_ENCODING: Encoding = { sampleRate: 16_000, kilobits: 16 };

/** Speech by flite, whose voices are models of people who read aloud (English only). */
export function fliteSpeaker({ voice, stretch, filters }: FliteVoice): Speaker {
  const args = ["-voice", voice, "--setf", `duration_stretch=${stretch}`];
  return {
    recipe: ["flite", ...args].join(" "),
    program: "flite",
    filters,
    encoding: FLITE_ENCODING,
    async speak(text, out) {
      await run("flite", [...args, "-t", text, "-o", out]);
    },
  };
}

/** Better voices need less help: no rumble, and no more than the brightness of a quiet room. */
const GENTLE = ["highpass=f=60", "treble=g=-3:f=6000", "lowpass=f=11000"];

/** Speech by any command-line program, as given with --tts. Throws where the command cannot be used. */
export function commandSpeaker(command: string): Speaker {
  const tts = readCommand(command);
  return {
    recipe: command,
    program: tts.program,
    filters: GENTLE,
    encoding: PACK_ENCODING,
    async speak(text, out) {
      await run(tts.program, filledArgs(tts, text, out), tts.takesText ? "" : `${text}\n`);
    },
  };
}
