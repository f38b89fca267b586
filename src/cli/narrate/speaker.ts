import { filledArgs, readCommand } from "./command-line.ts";
import { run } from "./run.ts";

/** A way to speak: any program that writes a sentence to a WAV file. */
export interface Speaker {
  /** Everything that shapes its sound; when this changes, lines are made anew. */
  readonly recipe: string;
  /** ffmpeg filters that make it pleasant. */
  readonly filters: readonly string[];
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

/** Speech by espeak-ng, the one program that is always there. */
export function espeakSpeaker({ voice, speed, pitch, gap, filters }: EspeakVoice): Speaker {
  const args = ["-v", voice, "-s", String(speed), "-p", String(pitch), "-g", String(gap)];
  return {
    recipe: ["espeak-ng", ...args].join(" "),
    filters,
    async speak(text, out) {
      await run("espeak-ng", [...args, "-w", out, "--", text]);
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
    filters: GENTLE,
    async speak(text, out) {
      await run(tts.program, filledArgs(tts, text, out), tts.takesText ? "" : `${text}\n`);
    },
  };
}
